package org.parley.web.view;

/// The address of every page and of every file that a page leads to.
///
/// The router registers these and pages ask [Link] for them, so no path is written elsewhere. The
/// addresses for programs, below `/api/`, stand with what answers them.
public enum Address {
  HEALTH("/healthz"),
  LIVE("/healthz/live"),
  READY("/healthz/ready"),
  BOARD("/", true),
  AMONG("/among", true),
  POINT("/points/{id}", true),
  TEXTS("/points/{id}/texts", true),
  PRECEDENTS("/points/{id}/precedents", true),
  PASSAGES("/points/{id}/passages", true),
  CLAIMS("/claims", true),
  CLAIM("/claims/{id}", true),
  SEQUENCE("/sequence", true),
  FORECAST("/sequence/forecast", true),
  PACKAGES("/packages", true),
  REHEARSAL("/packages/rehearsal", true),
  ACTS("/acts", true),
  TIMELINE("/timeline", true),
  QUESTIONS("/questions", true),
  GUARANTEES("/guarantees", true),
  OUTLOOK("/outlook", true),
  WAYS("/outlook/ways", true),
  INDICATORS("/indicators", true),
  SERIES_READ("/indicators/read", false),
  ROUNDS("/rounds"),
  ROUND("/rounds/{id}"),
  ROUND_LOG("/rounds/{id}/log"),
  ROUND_LOG_CSV("/rounds/{id}/log.csv"),
  ROUND_LOG_JSON("/rounds/{id}/log.json"),
  ANSWER("/rounds/{id}/answer"),
  ASK("/rounds/{id}/ask"),
  IMPROVEMENT("/rounds/{id}/improvement.json"),
  ACCEPT("/rounds/{id}/accept"),
  WAITING("/waiting"),
  SIGNED("/accords/{id}"),
  SIGNED_FILE("/accords/{id}/accord.json"),
  PUBLISH("/accords/{id}/publish"),
  PLACES("/places", true),
  WATCH("/watch", true),
  INCIDENT("/incidents/{id}", true),
  FINDINGS("/findings", true),
  INSTRUMENTS("/instruments", true),
  WHOLE_TEXT("/instruments/{id}/text", true),
  COMPARED_TEXTS("/instruments/{id}/compare", true),
  PARTIES("/parties", true),
  PARTY("/parties/{id}", true),
  SOURCES("/sources", true),
  SOURCE("/sources/{id}", true),
  WEAKEST_SOURCES("/weakest-sources", true),
  SEARCH("/search", true),
  INBOX("/inbox", true),
  WARNINGS("/warnings", true),
  RECORD("/record/{id}", true),
  DISCUSSION("/record/{id}/comments"),
  COMMENTS("/comments"),
  TASKS("/tasks"),
  TASK_DONE("/tasks/{id}/done"),
  WORK("/work"),
  CLAIMS_CSV("/export/claims.csv", true),
  CLAIMS_JSON("/export/claims.json", true),
  ACTS_CSV("/export/acts.csv", true),
  ACTS_JSON("/export/acts.json", true),
  PLACES_GEOJSON("/export/places.geojson", true),
  BODIES_CSV("/export/bodies.csv", true),
  BODIES_JSON("/export/bodies.json", true),
  TEXT_DOCX("/export/text.docx", true),
  TEXT_XML("/export/text.xml", true),
  TEXT_HTML("/export/text.html", true),
  TEXT_PDF("/export/text.pdf", true),
  TIMELINE_CSV("/export/timeline.csv", true),
  FORECASTS_CSV("/export/forecasts.csv", true),
  FORECASTS_JSON("/export/forecasts.json", true),
  ITEMS_CSV("/export/items.csv", true),
  ITEMS_JSON("/export/items.json", true),
  PROV_JSON("/export/prov.json", true),
  CODES_CSV("/export/codes.csv", true),
  CODES_JSON("/export/codes.json", true),
  GRADES_CSV("/export/grades.csv", true),
  GRADES_JSON("/export/grades.json", true),
  PLOVER_JSONL("/export/plover.jsonl", true),
  PLAN_ICS("/export/plan.ics", true),
  PLAN_XML("/export/plan.xml", true),

  FEED("/feed.atom"),
  CALENDAR("/calendar.ics"),
  FEED_ADDRESSES("/feeds"),
  SECRET_CALENDAR("/feeds/{secret}/calendar.ics"),
  SECRET_FEED("/feeds/{secret}/feed.atom"),
  BRIEF("/brief"),
  BRIEF_HTML("/brief.html"),
  BRIEF_PDF("/brief.pdf"),
  BRIEF_DOCX("/brief.docx"),
  ACCORD("/outlook/accord"),
  BURDEN("/outlook/burden"),
  EFFECTS("/outlook/effects"),
  ACCORD_PDF("/outlook/accord.pdf"),
  BURDEN_PDF("/outlook/burden.pdf"),
  EFFECTS_PDF("/outlook/effects.pdf"),
  SCHEMA("/export/parley-case.schema.json"),
  HISTORY("/history"),
  ENTRY("/history/{number}"),
  UNDO("/undo/{id}/{number}"),
  VERSIONS("/versions/{id}"),
  SET_ASIDE("/set-aside"),

  NEW("/new"),
  SETTINGS("/settings"),
  GRID("/grid"),
  GRID_POINTS("/grid/points"),
  GRID_CLAIMS("/grid/claims"),
  GRID_CLAIMS_FILE("/grid/claims/file"),
  IMPORT_TABLE("/import/table"),
  IMPORT_TABLE_FILE("/import/table/file"),
  IMPORT_TABLE_TEMPLATE("/import/table/template"),
  IMPORT_TABLE_RECORDS("/import/table/records"),
  IMPORT_INCIDENTS("/import/incidents"),
  IMPORT_INCIDENTS_FILE("/import/incidents/file"),
  INCIDENTS_SENT("/import/incidents/{sent}"),
  TEMPLATES("/templates"),
  TEMPLATE("/templates/{name}"),
  CONFIDE("/confide"),
  PREFERENCE("/confide/question"),
  GRID_TEXT("/grid/text"),
  GRID_TEXT_FILE("/grid/text/file"),
  MENU("/edit"),
  ADD("/edit/{kind}"),
  EDIT("/edit/{kind}/{id}"),
  REMOVE("/remove/{kind}/{id}"),
  PRESENCE("/presence/{kind}/{id}"),
  PRESENT("/present"),
  SEE_AS("/see-as"),
  PROPOSED("/packages/proposals"),
  COMPLETE("/complete"),
  SAID("/said"),

  QUEUE("/queue"),
  QUEUE_FILE("/queue/file"),
  QUEUE_DECIDE("/queue/decide"),
  QUEUE_BULK("/queue/bulk"),
  QUEUE_FORGET("/queue/forget"),
  QUEUE_FEEDS("/queue/feeds"),
  READ("/read"),
  READ_FILE("/read/file"),
  TEXT("/read/{text}"),
  TEXT_AGAIN("/read/{text}/again"),
  PROPOSAL("/read/{text}/{proposal}/edit"),
  PROPOSAL_ACCEPT("/read/{text}/{proposal}/accept"),
  PROPOSAL_DISMISS("/read/{text}/{proposal}/dismiss"),
  PROPOSAL_REOPEN("/read/{text}/{proposal}/reopen"),

  SIGN_IN("/sign-in"),
  PROVIDER_SIGN_IN("/sign-in/oidc"),
  PROVIDER_ANSWER("/sign-in/oidc/answer"),
  SIGN_IN_CODE("/sign-in/code"),
  SIGN_IN_ENROL("/sign-in/enrol"),
  SIGN_IN_PASSKEY("/sign-in/passkey"),
  SIGN_IN_CHALLENGE("/sign-in/passkey/challenge"),
  PASSWORD_LINK("/password/{link}"),
  SIGN_OUT("/sign-out"),
  ACCOUNT("/account"),
  OWN_FACTOR("/account/factor"),
  OWN_PASSKEYS("/account/passkeys"),
  OWN_CHALLENGE("/account/passkeys/challenge"),
  OWN_SESSIONS("/account/sessions"),
  CREDENTIAL_CHANGES("/account/changes"),
  NOTICES("/notices"),
  NODES("/nodes"),
  STATUS("/status"),
  JOBS("/jobs"),
  PEOPLE("/people"),
  PERSON("/people/{id}"),
  AUDIT("/audit"),
  LANGUAGE("/language"),

  EVENTS("/events"),
  ASSET("/assets/{name}"),
  ICON("/favicon.ico");

  /// The beginning of the address of a frame, before that of its page.
  public static final String FRAMES = "/embed";

  private static final String THEN = "/then/{number}";

  private final String path;
  private final boolean hasPast;

  Address(String path) {
    this(path, false);
  }

  Address(String path, boolean hasPast) {
    this.path = path;
    this.hasPast = hasPast;
  }

  /// The path as the router has it, with parameters in braces.
  public String path() {
    return path;
  }

  /// Whether it also shows the case as it was recorded after an entry of the journal. Links of a
  /// page of the past stay in the past if they lead to such an address. Edits, accounts and
  /// histories belong to the present.
  public boolean hasPast() {
    return hasPast;
  }

  /// The path, as the router has it, of the case as it was recorded after an entry.
  public String pastPath() {
    return THEN + path;
  }

  /// The prefix of the paths of an earlier state.
  public static String pastOf(long entry) {
    return THEN.replace("{number}", Long.toString(entry));
  }

  /// The path with a value in each pair of braces.
  String with(Object... values) {
    StringBuilder filled = new StringBuilder();
    int end = 0;
    for (Object value : values) {
      int open = path.indexOf('{', end);
      if (open < 0) {
        throw new IllegalArgumentException(path + " has fewer parameters than " + values.length);
      }
      filled.append(path, end, open).append(Link.segment(String.valueOf(value)));
      end = path.indexOf('}', open) + 1;
    }
    if (path.indexOf('{', end) >= 0) {
      throw new IllegalArgumentException(path + " has more parameters than " + values.length);
    }
    return filled.append(path, end, path.length()).toString();
  }
}
