// A learning platform for tests: scorm-again's runtime of SCORM 1.2 around a package. What is kept lasts in the session.
/** @type {any} */
const page = window;
const kept = sessionStorage.getItem("lms");
const api = new page.Scorm12API({ autocommit: false, logLevel: 5 });
api.loadFromJSON(
  kept ? JSON.parse(kept) : { core: { student_id: "heron", student_name: "Heron, Grey" }, ...page.given },
);
page.calls = [];
page.refused = [];
page.API = new Proxy(api, {
  get(target, name) {
    if (!String(name).startsWith("LMS")) return target[name];
    return (...values) => {
      page.calls.push([name, ...values]);
      const said = target[name](...values);
      if (name === "LMSSetValue" && String(said) !== "true") page.refused.push(values);
      if (name === "LMSCommit" || name === "LMSFinish")
        sessionStorage.setItem("lms", JSON.stringify(target.renderCommitCMI(true).cmi));
      return said;
    };
  },
});
