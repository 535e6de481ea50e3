"""What a survival or a response figure counts: the controlled vocabulary, and how words map to it."""

import re
from enum import StrEnum


class Endpoint(StrEnum):
    """What was counted, in the words that readers see."""

    OVERALL_SURVIVAL = "overall survival"
    DISEASE_SPECIFIC_SURVIVAL = "disease-specific survival"
    CANCER_SPECIFIC_SURVIVAL = "cancer-specific survival"
    PROGRESSION_FREE_SURVIVAL = "progression-free survival"
    DISEASE_FREE_SURVIVAL = "disease-free survival"
    EVENT_FREE_SURVIVAL = "event-free survival"
    LOCAL_RECURRENCE_FREE_SURVIVAL = "local-recurrence-free survival"
    DISTANT_RECURRENCE_FREE_SURVIVAL = "distant-recurrence-free survival"
    METASTASIS_FREE_SURVIVAL = "metastasis-free survival"
    SURVIVAL_NOT_NAMED = "survival (endpoint not named)"
    ALIVE_IN_REMISSION = "alive in remission"
    ALIVE_AT_LAST_FOLLOW_UP = "alive at last follow-up"
    OBJECTIVE_RESPONSE_RATE = "objective response rate"
    COMPLETE_RESPONSE = "complete response"
    PARTIAL_RESPONSE = "partial response"
    STABLE_DISEASE = "stable disease"
    PROGRESSIVE_DISEASE = "progressive disease"
    RESPONSE_NOT_NAMED = "response (criteria not named)"
    DISEASE_CONTROL_RATE = "disease control rate"
    CLINICAL_BENEFIT_RATE = "clinical benefit rate"
    DURATION_OF_RESPONSE = "duration of response"
    TIME_TO_RESPONSE = "time to response"
    LOSS_OF_RESPONSE = "loss of response"

    @property
    def is_time_to_event(self) -> bool:
        """Whether such a percentage comes off a survival curve, so that no binomial interval fits it.

        >>> Endpoint.OVERALL_SURVIVAL.is_time_to_event, Endpoint.ALIVE_IN_REMISSION.is_time_to_event
        (True, False)
        """
        return "survival" in self.value


# What the words of a measure name; a bare "survival" or "response" only counts if none of these fits.
_NAMES = {
    Endpoint.OVERALL_SURVIVAL: r"\boverall survival\b|\b(?-i:OS)\b",
    Endpoint.DISEASE_SPECIFIC_SURVIVAL: r"\bdisease-specific survival\b|\b(?-i:DSS)\b",
    Endpoint.CANCER_SPECIFIC_SURVIVAL: r"\b(cancer|cause)-specific survival\b|\b(?-i:CSS)\b",
    Endpoint.PROGRESSION_FREE_SURVIVAL: r"\bprogression-free\b|\b(?-i:PFS)\b",
    Endpoint.DISEASE_FREE_SURVIVAL: r"\bdisease-free survival\b|\b(?-i:DFS)\b",
    Endpoint.EVENT_FREE_SURVIVAL: r"\bevent-free\b|\b(?-i:EFS)\b",
    Endpoint.LOCAL_RECURRENCE_FREE_SURVIVAL: r"\blocal-recurrence-free\b|\b(?-i:LRFS)\b",
    Endpoint.DISTANT_RECURRENCE_FREE_SURVIVAL: r"\bdistant-recurrence-free\b|\b(?-i:DRFS)\b",
    Endpoint.METASTASIS_FREE_SURVIVAL: r"\bmetastasis-free\b|\b(?-i:MFS)\b",
    Endpoint.ALIVE_IN_REMISSION: r"\balive in remission\b",
    Endpoint.ALIVE_AT_LAST_FOLLOW_UP: r"\balive at last follow-up\b",
    Endpoint.OBJECTIVE_RESPONSE_RATE: r"\bobjective response\b|\b(?-i:ORR)\b",
    Endpoint.COMPLETE_RESPONSE: r"\bcomplete (response|remission)",
    Endpoint.PARTIAL_RESPONSE: r"\bpartial (response|remission)",
    Endpoint.STABLE_DISEASE: r"\bstable disease\b",
    Endpoint.PROGRESSIVE_DISEASE: r"\bprogressive disease\b",
    Endpoint.DISEASE_CONTROL_RATE: r"\bdisease control\b|\b(?-i:DCR)\b",
    Endpoint.CLINICAL_BENEFIT_RATE: r"\bclinical benefit\b|\b(?-i:CBR)\b",
    Endpoint.DURATION_OF_RESPONSE: r"\bduration[- ]of[- ]response\b|\b(?-i:DOR)\b",
    Endpoint.TIME_TO_RESPONSE: r"\btime to response\b",
    Endpoint.LOSS_OF_RESPONSE: r"\b(lost|loss of) response\b",
}
_PATTERNS = {endpoint: re.compile(words, re.IGNORECASE) for endpoint, words in _NAMES.items()}
_BARE_SURVIVAL = re.compile(r"\bsurvival\b", re.IGNORECASE)
_BARE_RESPONSE = re.compile(r"\brespons\w*|\bresponded\b", re.IGNORECASE)
_RESPONSES = frozenset(endpoint for endpoint in Endpoint if "respon" in endpoint.value)


def endpoints_allowed(measure: str) -> frozenset[Endpoint]:
    """Return the endpoints that the words of a measure allow; empty where they name no survival or response.

    A bare "survival" allows only "survival (endpoint not named)": nobody may assume that it means overall
    survival.

    >>> sorted(endpoints_allowed("5-year disease-specific survival"))
    [<Endpoint.DISEASE_SPECIFIC_SURVIVAL: 'disease-specific survival'>]
    >>> sorted(endpoints_allowed("5-year survival"))
    [<Endpoint.SURVIVAL_NOT_NAMED: 'survival (endpoint not named)'>]
    >>> endpoints_allowed("median tumor size")
    frozenset()
    """
    named = frozenset(endpoint for endpoint, pattern in _PATTERNS.items() if pattern.search(measure))
    if named:
        return named
    if _BARE_SURVIVAL.search(measure):
        return frozenset({Endpoint.SURVIVAL_NOT_NAMED})
    if _BARE_RESPONSE.search(measure):
        return _RESPONSES
    return frozenset()
