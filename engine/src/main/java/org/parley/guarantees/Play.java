package org.parley.guarantees;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.log.Duty;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.What;
import org.parley.model.PartyId;
import org.parley.model.guarantee.GuaranteeId;

/// Plays a scenario against guarantees: a plain-text table of events with expected verdicts.
///
/// A line is a moment, a fact, and after `=>` the expected verdicts on the incident named last,
/// separated by commas. `#` begins a comment:
///
/// ```
/// 2026-03-01T06:00:00Z  report a1 attack by RU on UA from reuters => pact/US due
/// 2026-03-02T06:00:01Z  wait                                      => pact/US breached
/// ```
///
/// Facts: `report ID KIND [by P] [on P] [at PLACE] [as TRAIT,..] [severity N] [from GROUP]`,
/// `finding ID by P met|not-met`, `ballot ID in P on QUESTION by P yes|no`, `act ID ACT by P`,
/// `milestone NAME`, `suspend G by P`, `resume G by P`, `waive G for ID`, `invoke G for ID by P`,
/// `extend G until MOMENT`, `terminate G by P`, `wait`. A verdict is `G[/P][#TIER] STATE`, tiers by
/// name.
public final class Play {

  /// An expectation of a line and its outcome.
  ///
  /// @param line the number of the line, from 1
  /// @param text the line
  /// @param expected the expected verdict
  /// @param actual the actual state, in the same format
  public record Line(int line, String text, String expected, String actual) {

    public boolean isAsExpected() {
      return wanted().equals(actual);
    }

    /// The name of the duty.
    public String duty() {
      return expected.substring(0, Math.max(expected.lastIndexOf(' '), 0));
    }

    /// The expected state.
    public String wanted() {
      return expected.substring(expected.lastIndexOf(' ') + 1);
    }
  }

  /// The reason why a line of a scenario cannot be parsed.
  public sealed interface LineFault {

    /// There is no fact after the moment.
    record NoFact() implements LineFault {}

    /// A word is not a moment.
    record NoMoment(String word) implements LineFault {}

    /// A word is not a number.
    record NoNumber(String word) implements LineFault {}

    /// The kind of fact is unknown.
    record UnknownFact(String verb) implements LineFault {}

    /// The guarantee is unknown.
    record UnknownGuarantee(String name) implements LineFault {}

    /// A word of the fact is missing.
    record MissingWord() implements LineFault {}

    /// The values are invalid for a log entry.
    record Invalid(String complaint) implements LineFault {}
  }

  /// A scenario that cannot be read.
  public static final class UnreadableException extends IllegalArgumentException {
    private final int line;
    private final String text;
    private final transient LineFault problem;

    UnreadableException(int line, String text, LineFault problem) {
      super("line " + line + " is \"" + text + "\": " + problem);
      this.line = line;
      this.text = text;
      this.problem = problem;
    }

    /// The number of the line, from 1.
    public int line() {
      return line;
    }

    /// The line.
    public String text() {
      return text;
    }

    public LineFault problem() {
      return problem;
    }
  }

  /// Carries a problem to the line it belongs to.
  private static final class ProblemException extends RuntimeException {
    private final transient LineFault problem;

    ProblemException(LineFault problem) {
      super(problem.toString());
      this.problem = problem;
    }
  }

  private final List<Commitment> commitments;
  private final List<LoggedFact> log;
  private final List<Line> result = new ArrayList<>();
  private String incident = "";

  private Play(List<Commitment> commitments, List<LoggedFact> before) {
    this.commitments = commitments;
    this.log = new ArrayList<>(before);
  }

  /// Plays a scenario: every expected verdict, in order, with its outcome.
  ///
  /// @throws UnreadableException with the line, if the scenario cannot be parsed
  public static List<Line> play(List<Commitment> commitments, String scenario) {
    return play(commitments, List.of(), scenario);
  }

  /// The same, with log entries that precede the scenario.
  ///
  /// @throws UnreadableException with the line, if the scenario cannot be parsed
  public static List<Line> play(
      List<Commitment> commitments, List<LoggedFact> before, String scenario) {
    Play play = new Play(commitments, before);
    List<String> lines = scenario.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.get(i).replaceAll("(^|\\s)#\\s.*", "").strip();
      if (!text.isEmpty()) {
        play.read(i + 1, text);
      }
    }
    return List.copyOf(play.result);
  }

  /// The log entries of a scenario, without its verdicts.
  public static List<LoggedFact> entries(String scenario) {
    Play play = new Play(List.of(), List.of());
    List<String> lines = scenario.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.get(i).replaceAll("(^|\\s)#\\s.*", "").replaceAll("=>.*", "").strip();
      if (!text.isEmpty()) {
        play.read(i + 1, text);
      }
    }
    return List.copyOf(play.log);
  }

  private void read(int number, String text) {
    try {
      line(number, text);
    } catch (ProblemException e) {
      throw new UnreadableException(number, text, e.problem);
    } catch (IllegalArgumentException e) {
      throw new UnreadableException(
          number, text, new LineFault.Invalid(String.valueOf(e.getMessage())));
    }
  }

  private void line(int number, String text) {
    int arrow = text.indexOf("=>");
    String event = (arrow < 0 ? text : text.substring(0, arrow)).strip();
    List<String> words = List.of(event.split("\\s+"));
    if (words.size() < 2) {
      throw new ProblemException(new LineFault.NoFact());
    }
    long moment = moment(words.get(0));
    Words rest = new Words(words.subList(2, words.size()));
    Fact fact = fact(words.get(1), rest);
    if (fact != null) {
      String about = fact.incident();
      incident = about != null ? about : incident;
      String group = rest.after("from", "line-" + number);
      log.add(
          new LoggedFact(
              String.format(Locale.ROOT, "line-%04d", number),
              fact,
              moment,
              moment,
              moment,
              moment,
              group,
              group,
              null));
    }
    if (arrow >= 0) {
      for (String expected : text.substring(arrow + 2).split(",")) {
        String wanted = expected.strip().replaceAll("\\s+", " ");
        result.add(new Line(number, text, wanted, actual(wanted, moment)));
      }
    }
  }

  private static long moment(String word) {
    try {
      return Moments.of(word);
    } catch (DateTimeException _) {
      throw new ProblemException(new LineFault.NoMoment(word));
    }
  }

  private String actual(String wanted, long moment) {
    String duty = wanted.substring(0, Math.max(wanted.lastIndexOf(' '), 0));
    for (DutyVerdict each :
        Guarantees.stateWithConsequences(commitments, log, moment, Moments.NEVER)) {
      if (each.duty().incident().equals(incident) && isNamed(duty, each.duty())) {
        return each.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
      }
    }
    if (commitments.stream().noneMatch(each -> duty.startsWith(each.id().value()))) {
      throw new ProblemException(new LineFault.UnknownGuarantee(duty));
    }
    return "untouched";
  }

  private boolean isNamed(String name, Duty duty) {
    for (Commitment each : commitments) {
      if (each.id().equals(duty.guarantee())) {
        PartyId obligor = duty.obligor();
        String short1 = each.id() + (obligor == null ? "" : "/" + obligor);
        return name.equals(short1 + "#" + each.ladder().get(duty.tier()).name())
            || (duty.tier() == 0 && name.equals(short1));
      }
    }
    return false;
  }

  private static @Nullable Fact fact(String verb, Words words) {
    return switch (verb) {
      case "report" -> new Fact.Report(words.at(0), what(words));
      case "finding" ->
          new Fact.Finding(words.at(0), words.party("by"), !words.all.contains("not-met"));
      case "ballot" ->
          new Fact.Ballot(
              words.at(0),
              words.party("in"),
              words.after("on", ""),
              words.party("by"),
              words.all.contains("yes"));
      case "act" -> new Fact.Act(words.at(0), words.party("by"), words.at(1));
      case "milestone" -> new Fact.Milestone(words.at(0));
      case "suspend" -> new Fact.Suspension(words.guarantee(), words.party("by"), true);
      case "resume" -> new Fact.Suspension(words.guarantee(), words.party("by"), false);
      case "waive" -> new Fact.Waiver(words.after("for", ""), words.guarantee());
      case "invoke" ->
          new Fact.Invocation(words.after("for", ""), words.guarantee(), words.party("by"));
      case "extend" -> new Fact.Extension(words.guarantee(), moment(words.after("until", "")));
      case "terminate" -> new Fact.Termination(words.guarantee(), words.party("by"));
      case "wait" -> null;
      default -> throw new ProblemException(new LineFault.UnknownFact(verb));
    };
  }

  private static What what(Words words) {
    String actor = words.after("by", "");
    String target = words.after("on", "");
    String between = words.after("between", "");
    String place = words.after("at", "");
    String traits = words.after("as", "");
    long severity = number(words.after("severity", "0"));
    return new What(
        words.at(1),
        actor.isEmpty() ? null : new PartyId(actor),
        target.isEmpty() ? null : new PartyId(target),
        between.isEmpty()
            ? List.of()
            : Arrays.stream(between.split(",")).map(PartyId::new).toList(),
        place.isEmpty() ? null : place,
        traits.isEmpty() ? Set.of() : Set.of(traits.split(",")),
        severity,
        severity,
        severity);
  }

  private static long number(String word) {
    try {
      return Long.parseLong(word);
    } catch (NumberFormatException _) {
      throw new ProblemException(new LineFault.NoNumber(word));
    }
  }

  /// The words of a line after its verb.
  private static final class Words {
    private final List<String> all;
    private final Map<String, String> after = new HashMap<>();

    Words(List<String> all) {
      this.all = all;
      for (int i = 0; i + 1 < all.size(); i++) {
        after.putIfAbsent(all.get(i), all.get(i + 1));
      }
    }

    String at(int index) {
      if (index >= all.size()) {
        throw new ProblemException(new LineFault.MissingWord());
      }
      return all.get(index);
    }

    String after(String key, String otherwise) {
      return after.getOrDefault(key, otherwise);
    }

    PartyId party(String key) {
      return new PartyId(after(key, ""));
    }

    GuaranteeId guarantee() {
      return new GuaranteeId(at(0));
    }
  }
}
