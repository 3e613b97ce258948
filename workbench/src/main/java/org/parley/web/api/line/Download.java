package org.parley.web.api.line;

import java.util.List;
import java.util.Locale;
import org.parley.exchange.document.AknFile;
import org.parley.exchange.document.WordFile;
import org.parley.web.view.Address;

/// Every file that is exported: what a page or a command writes, at an address of its own.
public enum Download {
  CLAIMS_CSV(Address.CLAIMS_CSV, "text/csv; charset=utf-8", "the claims as a table"),
  CLAIMS_JSON(Address.CLAIMS_JSON, "application/json", "the claims as rows"),
  ITEMS_CSV(
      Address.ITEMS_CSV, "text/csv; charset=utf-8", "what came in, with decisions, as a table"),
  ITEMS_JSON(Address.ITEMS_JSON, "application/json", "what came in, with decisions, as rows"),
  FORECASTS_CSV(Address.FORECASTS_CSV, "text/csv; charset=utf-8", "the forecasts as a table"),
  FORECASTS_JSON(Address.FORECASTS_JSON, "application/json", "the forecasts as rows"),
  ACTS_CSV(Address.ACTS_CSV, "text/csv; charset=utf-8", "the acts as a table"),
  ACTS_JSON(Address.ACTS_JSON, "application/json", "the acts as rows"),
  PLACES_GEOJSON(Address.PLACES_GEOJSON, "application/geo+json", "the places as GeoJSON"),
  PROV_JSON(
      Address.PROV_JSON,
      "application/json",
      "sources, claims, acts, cells and the headline as PROV-JSON"),
  CODES_CSV(
      Address.CODES_CSV, "text/csv; charset=utf-8", "the PA-X topic codes of points, as a table"),
  CODES_JSON(Address.CODES_JSON, "application/json", "the PA-X topic codes of points, as rows"),
  GRADES_CSV(
      Address.GRADES_CSV,
      "text/csv; charset=utf-8",
      "how far each provision was carried out by year, graded as in PAM, as a table"),
  GRADES_JSON(
      Address.GRADES_JSON,
      "application/json",
      "how far each provision was carried out by year, graded as in PAM, as rows"),
  PLOVER_JSONL(
      Address.PLOVER_JSONL,
      "application/x-ndjson",
      "acts, claims and incidents as events of PLOVER, one on each line"),
  BODIES_CSV(
      Address.BODIES_CSV, "text/csv; charset=utf-8", "who sits in which body when, as a table"),
  BODIES_JSON(Address.BODIES_JSON, "application/json", "who sits in which body when, as rows"),
  TEXT_DOCX(
      Address.TEXT_DOCX,
      WordFile.TYPE,
      "the whole text of an instrument as a Word document, with tracked changes"),
  TEXT_XML(Address.TEXT_XML, AknFile.TYPE, "the whole text of an instrument as Akoma Ntoso"),
  TEXT_HTML(
      Address.TEXT_HTML, "text/html; charset=utf-8", "the whole text of an instrument as HTML"),
  TEXT_PDF(Address.TEXT_PDF, "application/pdf", "the whole text of an instrument as PDF"),
  TIMELINE_CSV(Address.TIMELINE_CSV, "text/csv; charset=utf-8", "the stock over time as a table"),
  PLAN_ICS(
      Address.PLAN_ICS,
      "text/calendar; charset=utf-8",
      "the plan for a calendar program, where there is one plan"),
  PLAN_XML(
      Address.PLAN_XML,
      "application/xml; charset=utf-8",
      "the plan for Microsoft Project, where there is one plan"),
  FEED(Address.FEED, "application/atom+xml; charset=utf-8", "what changed, as an Atom feed"),
  CALENDAR(
      Address.CALENDAR,
      "text/calendar; charset=utf-8",
      "meetings, deadlines, duties and expectations for a calendar program"),
  BRIEF_HTML(Address.BRIEF_HTML, "text/html; charset=utf-8", "the briefing as HTML in one file"),
  BRIEF_PDF(Address.BRIEF_PDF, "application/pdf", "the briefing as PDF"),
  BRIEF_DOCX(
      Address.BRIEF_DOCX,
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "the briefing as a Word document"),
  ACCORD_PDF(Address.ACCORD_PDF, "application/pdf", "the memo on accord or stalemate as PDF"),
  BURDEN_PDF(Address.BURDEN_PDF, "application/pdf", "the memo on the burden as PDF"),
  EFFECTS_PDF(
      Address.EFFECTS_PDF, "application/pdf", "the memo on effects on energy and food as PDF"),
  SCHEMA(Address.SCHEMA, "application/schema+json", "the JSON Schema of case files");

  private final Address address;
  private final String type;
  private final String shows;

  Download(Address address, String type, String shows) {
    this.address = address;
    this.type = type;
    this.shows = shows;
  }

  /// Where it is fetched.
  public Address address() {
    return address;
  }

  /// The name of the file.
  public String file() {
    return address.path().substring(address.path().lastIndexOf('/') + 1);
  }

  /// Whether browsers show it themselves. An export goes to a folder, whatever its type.
  public boolean isShown() {
    boolean isForReaders = type.equals("application/pdf") || this == FEED || this == CALENDAR;
    return isForReaders && !address.path().startsWith("/export/");
  }

  /// Its media type.
  public String type() {
    return type;
  }

  /// A short description.
  public String shows() {
    return shows;
  }

  /// The query parameters.
  public List<Parameter> parameters() {
    return switch (this) {
      case CLAIMS_CSV,
          CLAIMS_JSON,
          ITEMS_CSV,
          ITEMS_JSON,
          FORECASTS_CSV,
          FORECASTS_JSON,
          ACTS_CSV,
          ACTS_JSON,
          PLACES_GEOJSON,
          BODIES_CSV,
          BODIES_JSON,
          CODES_CSV,
          CODES_JSON,
          PLOVER_JSONL,
          FEED,
          CALENDAR,
          SCHEMA ->
          List.of();
      case PLAN_ICS, PLAN_XML ->
          List.of(
              Parameter.day("asOf", "Planned from this day on. Default: the last on record."),
              Parameter.day("knownAt", "As known on this day. Default: all that is known."),
              Parameter.list(
                  "read", "How to read contested terms, as term:reading. Default: each way."),
              Parameter.list("without", "The ids of demands to leave out. Default: none."));
      case PROV_JSON ->
          List.of(
              Parameter.day("asOf", "The board of this day. Default: the last on record."),
              Parameter.day("knownAt", "As known on this day. Default: all that is known."));
      case TIMELINE_CSV, GRADES_CSV, GRADES_JSON ->
          List.of(
              Parameter.day("asOf", "Until this day. Default: the last on record."),
              Parameter.day("knownAt", "As known on this day. Default: all that is known."));
      case ACCORD_PDF, BURDEN_PDF, EFFECTS_PDF ->
          List.of(
              Parameter.day("asOf", "About this day. Default: the last on record."),
              Parameter.day("knownAt", "As known on this day. Default: all that is known."));
      case TEXT_DOCX, TEXT_XML, TEXT_HTML, TEXT_PDF -> text();
      case BRIEF_HTML, BRIEF_PDF, BRIEF_DOCX ->
          List.of(
              Parameter.day("asOf", "About this day. Default: the last on record."),
              Parameter.day("knownAt", "As known on this day. Default: all that is known."),
              Parameter.day("since", "Compared with this day. Default: one is chosen."));
    };
  }

  private static List<Parameter> text() {
    return List.of(
        Parameter.text("instrument", "The instrument. Default: the first that has a text."),
        Parameter.text("version", "The version of the text. Default: the latest."),
        Parameter.text("against", "The version that changes are shown since. Default: none."),
        Parameter.text("language", "The language of the text. Default: its first."));
  }

  /// Its name in programs made of the document: `exportClaimsCsv`.
  public String operation() {
    StringBuilder name = new StringBuilder("export");
    for (String word : name().split("_")) {
      name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return name.toString();
  }
}
