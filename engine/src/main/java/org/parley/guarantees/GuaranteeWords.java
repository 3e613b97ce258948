package org.parley.guarantees;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.coverage.Coverage;
import org.parley.guarantees.coverage.Coverage.Answer;
import org.parley.guarantees.coverage.Coverage.Strip;
import org.parley.guarantees.log.Duty;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.Verdict;
import org.parley.model.CaseView;
import org.parley.model.guarantee.CoverageQuestion;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.Guarantee.Response;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.model.guarantee.Within;
import org.parley.model.party.PartyId;

/// What was found about the guarantees of a case, in sentences.
public final class GuaranteeWords {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH);
  private static final List<String> NUMBERS =
      List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

  /// A stretch in which nothing answers one threat, whatever the reasons in it.
  ///
  /// @param threat the index of the threat
  /// @param from its first moment
  /// @param until the first moment after it
  /// @param strips the strips it is made of
  public record Hole(int threat, long from, long until, List<Strip> strips) {
    public Hole {
      strips = List.copyOf(strips);
    }
  }

  private final CaseView view;

  public GuaranteeWords(CaseView view) {
    this.view = view;
  }

  /// The holes of a coverage; strips that follow one another are one hole.
  public static List<Hole> holes(Coverage coverage) {
    List<Hole> holes = new ArrayList<>();
    for (Strip strip : coverage.holes()) {
      Hole last = holes.isEmpty() ? null : holes.getLast();
      if (last != null && last.threat() == strip.threat() && last.until() == strip.from()) {
        List<Strip> both = new ArrayList<>(last.strips());
        both.add(strip);
        holes.set(holes.size() - 1, new Hole(last.threat(), last.from(), strip.until(), both));
      } else {
        holes.add(new Hole(strip.threat(), strip.from(), strip.until(), List.of(strip)));
      }
    }
    return holes;
  }

  /// Whether there is protection at every moment, in a few words: "No: three holes."
  public static String answer(Coverage coverage) {
    List<Hole> holes = holes(coverage);
    return holes.isEmpty()
        ? "Yes: every threat is answered at every moment asked about."
        : "No: " + count(holes.size(), "hole") + ".";
  }

  /// So many of something: "three holes", "one hole", "12 holes".
  public static String count(int number, String noun) {
    String digits = number < NUMBERS.size() ? NUMBERS.get(number) : Integer.toString(number);
    return digits + " " + noun + (number == 1 ? "" : "s");
  }

  /// A moment: the day where it begins one, else with its time.
  public static String moment(long moment) {
    if (moment == Moments.NEVER) {
      return "without end";
    }
    if (moment == Moments.ALWAYS) {
      return "from the beginning";
    }
    ZonedDateTime at = Instant.ofEpochSecond(moment).atZone(ZoneOffset.UTC);
    return at.toLocalTime().toSecondOfDay() == 0
        ? at.format(DAY)
        : at.getSecond() == 0 ? at.format(MINUTE) : at.format(SECOND);
  }

  /// The day of a moment, short: "1 Jun 2026".
  public static String shortDay(long moment) {
    LocalDate day = day(moment);
    return day == null ? moment(moment) : day.format(SHORT);
  }

  /// From one moment until another: "1 June to 30 September 2026", the last day in it where it ends
  /// with a day.
  public static String stretch(long from, long until) {
    if (until == Moments.NEVER || Math.floorMod(until, 86_400L) != 0) {
      return moment(from) + " to " + moment(until);
    }
    LocalDate last = LocalDate.ofEpochDay(Math.floorDiv(until, 86_400L) - 1);
    return moment(from) + " to " + last.format(DAY);
  }

  public String party(PartyId id) {
    return view.get(id).label();
  }

  public String title(GuaranteeId id) {
    return view.get(id).title();
  }

  /// The names of parties: "US, Coalition of the Willing".
  public String parties(List<PartyId> parties) {
    return parties.stream().map(this::party).collect(Collectors.joining(", "));
  }

  /// Who owes: "each of US, Europe", "US and Coalition together".
  public String obligors(Guarantee guarantee) {
    List<PartyId> all = guarantee.obligors();
    if (all.size() == 1) {
      return party(all.getFirst());
    }
    String names =
        all.stream()
            .map(this::party)
            .limit(Math.max(0, all.size() - 1))
            .collect(Collectors.joining(", "));
    String last = all.isEmpty() ? "nobody" : party(all.getLast());
    return switch (guarantee.liability()) {
      case EACH -> names + " and " + last + ", each for itself";
      case JOINTLY -> names + " and " + last + " together";
      case JOINTLY_AND_SEVERALLY -> names + " or " + last + ", one for all";
    };
  }

  /// How binding: "to act".
  public static String force(Guarantee.Force force) {
    return switch (force) {
      case RESPECT -> "to respect";
      case CONSULT -> "to consult";
      case ASSIST_AT_DISCRETION -> "to assist at discretion";
      case ACT -> "to act";
    };
  }

  /// The act owed and its time: "warning within 24 hours of the incident".
  public static String response(Response response) {
    Within within = response.within();
    String act = response.act().replace('-', ' ');
    String from =
        switch (response.clockFrom()) {
          case OCCURRENCE -> "the incident";
          case FIRST_REPORT -> "its first report";
          case DETERMINATION -> "the finding";
          case NOTICE -> "notice";
          case CONTINUATION -> "the next one";
        };
    String clock =
        within == null
            ? ", no time stated, from " + from
            : " within " + within.length() + " of " + from;
    return act + clock + (response.ifContinued() == null ? "" : ", if it goes on");
  }

  /// One duty that would answer: what, by whom, how binding.
  public String answer(Answer answer) {
    Guarantee guarantee = view.get(answer.guarantee());
    return response(guarantee.ladder().get(answer.tier()))
        + ", by "
        + obligors(guarantee)
        + " ("
        + force(guarantee.force())
        + ")";
  }

  /// What is owed: "US owes Ukraine joint response".
  public String duty(Verdict verdict) {
    return duty(verdict.duty());
  }

  /// What is owed.
  public String duty(Duty duty) {
    Guarantee guarantee = view.get(duty.guarantee());
    PartyId obligor = duty.obligor();
    PartyId beneficiary = guarantee.beneficiary();
    return (obligor == null ? obligors(guarantee) : party(obligor))
        + " to "
        + (beneficiary == null ? "nobody named" : party(beneficiary))
        + ": "
        + guarantee.ladder().get(duty.tier()).act().replace('-', ' ');
  }

  /// A state in words.
  public static String state(Lifecycle state) {
    return switch (state) {
      case DORMANT -> "not owed";
      case TRIGGERED_UNVERIFIED -> "reported, not found";
      case DUE -> "due";
      case FULFILLED -> "kept";
      case FULFILLED_LATE -> "kept late";
      case BREACHED -> "broken";
      case SUSPENDED -> "suspended";
      case ESCALATED -> "escalated";
      case VOID -> "void";
      case EXPIRED -> "expired";
      case RELEASED -> "released";
      case UNDETERMINED -> "not determined";
    };
  }

  /// What rests on no claim and no point: the keys of a guarantee, with the reason.
  public static List<String> assumptions(Guarantee guarantee) {
    return guarantee.assumed().entrySet().stream()
        .map(each -> each.getKey() + ": " + each.getValue())
        .toList();
  }

  /// Why nothing answers in a hole, each reason once, with the guarantees it holds for.
  public List<String> reasons(Hole hole) {
    Set<String> lines = new LinkedHashSet<>();
    for (Strip strip : hole.strips()) {
      for (Coverage.Silence silence : strip.silences()) {
        if (silence.reason() != Coverage.Reason.OUT_OF_REACH) {
          lines.add(silence(silence));
        }
      }
    }
    if (lines.isEmpty()) {
      lines.add("No guarantee reaches this threat.");
    }
    return List.copyOf(lines);
  }

  /// A reason in a few words, to stand before the guarantees it holds for.
  public static String reason(Coverage.Reason reason) {
    return switch (reason) {
      case OUT_OF_REACH -> "Does not reach this threat";
      case NOT_ALONE -> "One such incident is not enough";
      case TOO_WEAK -> "Weaker than asked for";
      case NOTHING_AT_ONCE -> "Owed only if it goes on";
      case BEFORE_ACTIVATION -> "Not in force yet";
      case AFTER_END -> "Term ended";
      case VOIDED -> "Void";
      case SUSPENDED -> "Suspended";
      case NO_DETERMINER -> "Nobody is named who finds it";
      case DETERMINER_BLOCKED -> "The aggressor's side can block the finding";
      case DETERMINER_ON_OBLIGORS_SIDE -> "Found only if those who owe agree";
      case CONTRIBUTORS_CONDITIONAL -> "All that is pledged depends on what does not hold";
    };
  }

  /// Why one guarantee does not answer.
  public String silence(Coverage.Silence silence) {
    return title(silence.guarantee()) + ": " + silence.reason().words();
  }

  /// The title of a threat in the order of the question.
  public static String threat(CoverageQuestion question, int threat) {
    return question.threats().get(threat).title();
  }

  /// The day of a moment; null where it has none.
  public static @Nullable LocalDate day(long moment) {
    return moment == Moments.NEVER || moment == Moments.ALWAYS
        ? null
        : Instant.ofEpochSecond(moment).atZone(ZoneOffset.UTC).toLocalDate();
  }
}
