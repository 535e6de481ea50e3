"""The first hour of seven emergencies: how each shows, what comes first, whom to call."""

from __future__ import annotations

from outcomes.model import Ledger
from outcomes.svg.canvas import Canvas
from outcomes.svg.drawing import Drawing
from outcomes.svg.words import Point, Teller

PAD, GAP = 12, 14


def first_hour(ledger: Ledger) -> Drawing:
    """Draw a card for each emergency, with the same three questions on each."""
    say = Teller(ledger)
    cards = [
        *(_hemoptysis(say), _cord(say), _brain_bleeding(say), _pressure(say)),
        *(_adrenal(say), _airway(say), _fracture(say)),
    ]

    def draw(canvas: Canvas) -> None:
        y = 0.0
        for card in cards:
            y = _card(canvas, card, y) + GAP

    return Drawing(
        name="first-hour",
        title="Diagram: seven emergencies, with how each shows, the first hour, and whom to call",
        finding="In each emergency, the first step comes before the last test, and the call goes out with it",
        summary="Seven cards with the same three questions; the boxes show what often goes wrong.",
        caption=(
            "General rules from guidelines and reviews, named in the words above; none was studied in ASPS. Doses are "
            "for adults. Oxygen, splinting and pain relief are ordinary first aid and carry no source. The head "
            "position comes from a pediatric protocol. Your hospital's own protocol comes first."
        ),
        points=cards,
        draw=draw,
    )


def _card(canvas: Canvas, card: Point, y: float) -> float:
    """Draw a card on a panel as high as it needs; return where it ends."""
    height = _content(Canvas(canvas.width), card, 0.0)
    canvas.box(0, y, canvas.width, height, "panel")
    return _content(canvas, card, y)


def _content(canvas: Canvas, card: Point, y: float) -> float:
    room = canvas.width - 2 * PAD
    top = canvas.text(card.head, PAD, y + 7, room, "accent") + 5
    parts = [part for part in card.points if not part.kind]
    end = top
    for place, part in enumerate(parts):
        if canvas.narrow:
            end = canvas.text(part.head, PAD, end, room, "strong")
            end = canvas.text(part.text, PAD, end + 1, room) + 6
        else:
            width = (room - GAP * (len(parts) - 1)) / len(parts)
            x = PAD + place * (width + GAP)
            below = canvas.text(part.head, x, top, width, "strong")
            end = max(end, canvas.text(part.text, x, below + 1, width) + 6)
    for part in (part for part in card.points if part.kind):
        end = canvas.aside(part.text, PAD, end + 2, room) + 6
    return end + 5


def _hemoptysis(say: Teller) -> Point:
    return say(
        "Coughing up blood",
        "",
        "em-hemoptysis-first",
        points=[
            say(
                "How it shows",
                "Usually called life-threatening above {em-hemoptysis-volume.per-hour} or "
                "{em-hemoptysis-volume.per-day} in a day; with poor reserve "
                "{em-hemoptysis-volume.poor-reserve} can be enough.",
            ),
            say(
                "First hour",
                "Oxygen, and the bleeding side down. If breathing fails, a large tube, so that a bronchoscope fits. "
                "Hold the drug against VEGF.",
                "em-hemoptysis-first",
            ),
            say(
                "Call",
                "Intensive care, pulmonology, interventional radiology, thoracic surgery.",
                "hemoptysis-icu-charya",
            ),
            say(
                "",
                "Nebulized tranexamic acid was tested only where bleeding did not threaten life.",
                "em-tranexamic",
                kind="pitfall",
            ),
        ],
    )


def _cord(say: Teller) -> Point:
    return say(
        "Cord compression",
        "",
        "ng234",
        points=[
            say(
                "How it shows",
                "Back pain, often for months; then weak legs, loss of feeling, trouble with the bladder.",
                "em-cord-warning",
                "gap-pres-mets-symptoms",
                "patchell-2005",
            ),
            say(
                "First hour",
                "With neurological signs dexamethasone {em-cord-dexamethasone.dose}; pain relief; MRI of the whole "
                "spine as soon as possible, within {em-cord-mri.within} at most. Move the patient as if the spine were "
                "unstable.",
                "em-cord-moving",
            ),
            say(
                "Call",
                "Spine surgery and radiation oncology together, while the patient still walks.",
                "em-cord-surgery",
                "em-cord-warning",
            ),
            say("", "A plain radiograph does not exclude it.", "em-cord-mri", kind="pitfall"),
        ],
    )


def _brain_bleeding(say: Teller) -> Point:
    return say(
        "Bleeding in the brain",
        "",
        "em-intracranial-bleeding",
        points=[
            say(
                "How it shows",
                "A seizure, a new deficit, signs of raised pressure: each calls for imaging of the brain.",
                "le-rhun-2021",
            ),
            say(
                "First hour",
                "CT at once. Reverse anticoagulation. Hold the drug against VEGF.",
                "em-intracranial-bleeding",
                "met-tki-bleeding",
            ),
            say(
                "Call",
                "Neurosurgery, at your hospital or the nearest one that has it.",
                "em-intracranial-bleeding",
            ),
            say(
                "",
                "The guideline is for bleeding without a tumor; steroids for tumor edema are another matter.",
                "em-intracranial-bleeding",
                kind="pitfall",
            ),
        ],
    )


def _pressure(say: Teller) -> Point:
    return say(
        "Raised intracranial pressure",
        "",
        "em-raised-pressure",
        points=[
            say(
                "How it shows",
                "Headache, vomiting, drowsiness, a new deficit. Do not wait for a further sign.",
                "gap-pres-mets-symptoms",
                "em-raised-pressure",
                "le-rhun-2021",
            ),
            say(
                "First hour",
                "Head up by {em-raised-pressure.head-up}, neck straight. Dexamethasone {bm-steroids.severe} or more. "
                "Mannitol or hypertonic saline.",
            ),
            say(
                "Call",
                "Neurosurgery and intensive care: acute symptoms are a reason to consider an operation.",
                "bm-surgery",
            ),
        ],
    )


def _adrenal(say: Teller) -> Point:
    return say(
        "Adrenal crisis",
        "",
        "em-adrenal",
        points=[
            say(
                "How it shows",
                "Weakness, vomiting, low blood pressure, on a checkpoint inhibitor or after "
                "{em-adrenal-steroids.duration} of steroids.",
                "em-adrenal-signs",
                "em-adrenal-ici",
            ),
            say(
                "First hour",
                "Hydrocortisone {em-adrenal.first-dose} IV or IM, before any result; "
                "{em-adrenal.saline-first-hour} of normal saline, with an eye on a low sodium. Treat sepsis as well.",
                "em-adrenal-sodium",
            ),
            say("Call", "Endocrinology, once the first dose is in.", "em-adrenal"),
            say(
                "",
                "Thyroid hormone is replaced after the steroid, not before it.",
                "em-adrenal-ici",
                kind="pitfall",
            ),
        ],
    )


def _airway(say: Teller) -> Point:
    return say(
        "A narrowed airway",
        "",
        "em-airway",
        points=[
            say(
                "How it shows",
                "Cough, wheeze and breathlessness, mistaken for asthma. Stridor points above the chest.",
                "em-airway",
            ),
            say(
                "First hour",
                "Oxygen; bronchoscopy opens it: debulking, and a stent where needed.",
                "em-airway",
            ),
            say("Call", "Interventional pulmonology, and anesthesia with it.", "em-airway"),
        ],
    )


def _fracture(say: Teller) -> Point:
    return say(
        "A bone that breaks",
        "",
        "bone-esmo",
        points=[
            say("How it shows", "Sudden pain in a bone with a metastasis.", "bone-events"),
            say(
                "First hour",
                "Splint, relieve pain, image the bone. Better still, fix it before it breaks.",
                "bone-esmo",
            ),
            say(
                "Call",
                "Orthopedic surgery at the sarcoma center; radiation oncology for after the operation.",
                "bone-esmo",
            ),
            say(
                "",
                "A lesion without a diagnosis gets tissue before a nail.",
                "bone-tissue-first",
                kind="pitfall",
            ),
        ],
    )
