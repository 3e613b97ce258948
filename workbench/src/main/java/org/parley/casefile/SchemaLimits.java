package org.parley.casefile;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.parley.casefile.shape.Shape;
import org.parley.model.claim.Probability;
import org.parley.model.claim.Seal;
import org.parley.model.claim.Share;
import org.parley.model.date.Edtf;
import org.parley.model.date.ZonedMoment;
import org.parley.model.guarantee.Incident;
import org.parley.model.guarantee.TimeSpan;
import org.parley.model.indicator.Series;
import org.parley.model.place.Geometry;
import org.parley.model.position.Worth;
import org.parley.model.text.Amount;
import org.parley.model.text.PercentRange;
import org.parley.model.vote.Threshold;

/// The limits of single values in a case file, as far as JSON Schema can express them. The checks
/// of the model include them; a table of invalid cases keeps the two consistent.
///
/// Keys are named `record.key`, as `position.rank`.
final class SchemaLimits {

  /// Any allowed character: no control characters, unpaired surrogates, noncharacters of the first
  /// plane or directional overrides.
  static final String TEXT =
      "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u202d\\u202e\\ud800-\\udfff"
          + "\\ufdd0-\\ufdef\\ufffe\\uffff]*$";

  /// A text that is not blank.
  static final String SAID = ".*\\S";

  private static final String YEAR = "(?!0000)[0-9]{4}";
  private static final String MONTH = YEAR + "-(?:0[1-9]|1[0-2]|2[1-4])";
  private static final String IN_YEAR =
      "-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
          + "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|[12][0-9]))";
  private static final String DAY = YEAR + IN_YEAR;
  private static final String TIME =
      "T(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?:Z|[+-][01][0-9]:[0-5][0-9])";
  private static final String MOMENT =
      "(?:"
          + String.join(
              "|",
              DAY + "(?:" + TIME + ")?",
              MONTH + "(?:-XX)?",
              YEAR + "(?:-XX){0,2}",
              "[0-9]{3}X",
              "[0-9]{2}XX")
          + ")[?~%]?";
  private static final String WORTH = "-?[0-9]{1,18}";

  /// Lines of a date of one form, a number and perhaps a name.
  private static final String VALUE_LINE =
      "(?:[0-9]{4}%s\\s+-?[0-9]+(?:\\.[0-9]+)?(?:[^\\S\\n]+[^\\s][^\\n]*)?(?:\\s*\\n\\s*|\\s*$))+";

  /// The syntax of coded values.
  static final Map<Class<?>, String> SYNTAX =
      Map.ofEntries(
          Map.entry(
              Edtf.class,
              "^(?:" + MOMENT + "(?:/(?:" + MOMENT + "|\\.\\.)?)?|(?:\\.\\.)?/" + MOMENT + ")$"),
          Map.entry(LocalDate.class, "^(?:[0-9]{4}|[+-][0-9]{4,9})" + IN_YEAR + "$"),
          Map.entry(
              Share.class,
              "^(?:[^0-9]*[^0-9\\s][^0-9]*|(?:0?[0-9]{1,2}(?:[.,][0-9])?|100(?:[.,]0)?)\\s*%"
                  + "|[0-9]{1,6} of (?=0*[1-9])[0-9]{1,6})$"),
          Map.entry(
              Probability.class,
              "^(?:(?:0?[0-9]{1,2}(?:[.,][0-9]{1,2})?|100(?:[.,]0{1,2})?) *%"
                  + "|[0-9]{1,6} */ *(?=0*[1-9])[0-9]{1,6})$"),
          Map.entry(Seal.class, "^[0-9a-f]{64}$"),
          Map.entry(
              TimeSpan.class,
              "^(?:[0-9]{1,9} (?:second|minute|hour)s?(?: [0-9]{1,9} (?:second|minute|hour)s?)*"
                  + "|[0-9]{1,9} (?:day|week|month|year)s?(?: [0-9]{1,9} (?:day|week|month|year)s?)*)$"),
          Map.entry(
              ZonedMoment.class,
              "^[0-9]{4}"
                  + IN_YEAR
                  + "T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2})$"),
          Map.entry(Amount.class, "^-?(?=(?:\\.?[0-9]){1,15}$)[0-9]+(?:\\.[0-9]+)?$"),
          Map.entry(Worth.class, "^" + WORTH + "(?: *\\.\\. *" + WORTH + ")?$"),
          Map.entry(
              Threshold.class,
              "^(?:(?:0?[0-9]{1,2}(?:[.,][0-9])?|100(?:[.,]0)?) *%|[0-9]{1,6} of (?=0*[1-9])[0-9]{1,6})$"),
          Map.entry(PercentRange.class, "^(?:[0-9]{1,2}|100)(?: *\\.\\. *(?:[0-9]{1,2}|100))?$"),
          Map.entry(
              Period.class,
              "^[-+]?[Pp](?=[-+0-9])(?:[-+]?[0-9]+[Yy])?(?:[-+]?[0-9]+[Mm])?(?:[-+]?[0-9]+[Ww])?"
                  + "(?:[-+]?[0-9]+[Dd])?$"),
          Map.entry(ZoneId.class, "^(?:Z|[+-][0-9:]+|[A-Za-z][A-Za-z0-9~/._+:-]+)$"),
          Map.entry(
              Incident.Coordinates.class,
              "^-?(?:[0-8]?[0-9](?:\\.[0-9]{1,6})?|90(?:\\.0{1,6})?),"
                  + " -?(?:(?:0?[0-9]{1,2}|1[0-7][0-9])(?:\\.[0-9]{1,6})?|180(?:\\.0{1,6})?)$"),
          Map.entry(
              Series.class,
              "^\\s*(?:"
                  + VALUE_LINE.formatted("-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")
                  + "|"
                  + VALUE_LINE.formatted("-(?:0[1-9]|1[0-2])")
                  + "|"
                  + VALUE_LINE.formatted("")
                  + ")$"),
          Map.entry(
              Geometry.class,
              "^(?=[\\s\\S]*\"type\"\\s*:\\s*\"(?:Multi)?(?:Point|LineString|Polygon)\")"
                  + "(?=[\\s\\S]*\"coordinates\"\\s*:\\s*\\[)\\s*\\{[\\s\\S]*\\}\\s*$"));

  /// Coded values that may also be numbers, with their range.
  static final Map<Class<?>, long[]> AS_NUMBER =
      Map.of(
          Edtf.class,
          new long[] {1000, 9999},
          PercentRange.class,
          new long[] {0, 100},
          Amount.class,
          new long[] {-999_999_999_999_999L, 999_999_999_999_999L},
          Worth.class,
          new long[] {-999_999_999_999_999_999L, 999_999_999_999_999_999L});

  /// Tags of languages, BCP 47.
  static final String LANGUAGE = "^[A-Za-z]{1,8}(?:[-_][A-Za-z0-9]{1,8})*$";

  private static final String TOPIC = "^[A-Z][A-Za-z]{1,11}$";

  /// Texts, and elements of lists of texts, with a syntax of their own.
  static final Map<String, String> PATTERNS =
      Map.ofEntries(
          Map.entry("party.iso3166", "^[A-Z]{3}$"),
          Map.entry("pledged-sum.currency", "^[A-Z]{3}$"),
          Map.entry("series-origin.sha256", "^[0-9a-f]{64}$"),
          Map.entry("point.topics", TOPIC),
          Map.entry("option.topics", TOPIC),
          Map.entry("step.topics", TOPIC),
          Map.entry("source.language", LANGUAGE),
          Map.entry("text-version.language", LANGUAGE),
          Map.entry("instrument-version.language", LANGUAGE),
          Map.entry("authentic-text.language", LANGUAGE),
          Map.entry("calendar.zone", "^(?:Z|[+-][0-9:]+|[A-Za-z][A-Za-z0-9~/._+:-]+)$"),
          Map.entry("position.weight", "^[0-9]{1,18}(?: *\\.\\. *[0-9]{1,18})?$"));

  /// The minimum of integers.
  static final Map<String, Integer> LEAST =
      Map.ofEntries(
          Map.entry("position.rank", 1),
          Map.entry("position.weight", 0),
          Map.entry("point.weight", 1),
          Map.entry("signing.atLeast", 1),
          Map.entry("bloc.seats", 1),
          Map.entry("contribution.amount", 0),
          Map.entry("indicator.delayDays", 0),
          Map.entry("series-origin.rows", 1),
          Map.entry("tabled-package.version", 1),
          Map.entry("pledged-sum.least", 0),
          Map.entry("pledged-sum.most", 0),
          Map.entry("need.amount", 0),
          Map.entry("repeated.times", 1),
          Map.entry("independent-reports.groups", 1),
          Map.entry("council.needed", 1),
          Map.entry("ballot.inFavour", 0),
          Map.entry("ballot.against", 0),
          Map.entry("ballot.abstained", 0),
          Map.entry("ballot.eligible", 0));

  /// Whether a list has to be there: it has a least number of elements, and no default.
  static boolean isRequiredList(String name) {
    return ELEMENTS.containsKey(name) && !name.equals("guarantee.ties");
  }

  /// Whether the only value of a form is a list that has to be there.
  static boolean needsElements(Shape.Member member) {
    return member.form() == Shape.Form.VALUE
        && isRequiredList(member.name() + "." + member.structure().keys().getFirst().name());
  }

  /// Texts that may not be blank.
  static final Set<String> NOT_BLANK =
      Set.of(
          "case-info.title",
          "party.name",
          "instrument.title",
          "point.number",
          "point.title",
          "source.publisher",
          "source.title",
          "claim.speaker",
          "item.text",
          "forecast.forecaster",
          "information-only.because",
          "rejected.because",
          "meeting.title",
          "ballot.question",
          "step.title",
          "term.words",
          "demand.text",
          "linkage.text",
          "guarantee.title",
          "contribution.what",
          "contribution.unit",
          "need.title",
          "place.title",
          "indicator.title",
          "indicator.unit",
          "round.title",
          "task.title",
          "task.account",
          "tabled-package.title",
          "need.unit",
          "incident.title",
          "coverage-question.title");

  /// The minimal number of elements of a list.
  static final Map<String, Integer> ELEMENTS =
      Map.ofEntries(
          Map.entry("claim.source", 1),
          Map.entry("claim.about", 1),
          Map.entry("recess.source", 1),
          Map.entry("act.of", 1),
          Map.entry("act.source", 1),
          Map.entry("approval-stage.anyOf", 1),
          Map.entry("approval-way.allOf", 1),
          Map.entry("log-entry.source", 1),
          Map.entry("coverage-question.threats", 1),
          Map.entry("term.readings", 1),
          Map.entry("bracket.alternatives", 1),
          Map.entry("combined.incidents", 1),
          Map.entry("recorded.claims", 1),
          Map.entry("council.members", 1),
          Map.entry("if-then.when", 1),
          Map.entry("if-then.oneOf", 1),
          Map.entry("never.together", 2),
          Map.entry("round.parties", 2),
          Map.entry("round.points", 1),
          Map.entry("parties.parties", 2),
          Map.entry("tabled-package.provisions", 1),
          Map.entry("guarantee.ties", 6));

  /// Lists without duplicates.
  static final Set<String> ONCE =
      Set.of(
          "party.members",
          "meeting.participants",
          "claim.source",
          "claim.about",
          "claim.between",
          "act.by",
          "act.of",
          "act.source",
          "act.supersedes",
          "point.versions",
          "point.places",
          "step.places",
          "incident.places",
          "place.source",
          "indicator.source",
          "indicator.tripwires",
          "round.parties",
          "round.points",
          "round.reveals",
          "contribution.points",
          "item.source",
          "item.about",
          "forecast.about",
          "guarantee.obligors",
          "guarantee.ties",
          "signing.always");

  private SchemaLimits() {}
}
