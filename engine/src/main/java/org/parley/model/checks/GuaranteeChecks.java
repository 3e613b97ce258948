package org.parley.model.checks;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.guarantee.Contribution;
import org.parley.model.guarantee.CoverageQuestion;
import org.parley.model.guarantee.Determination;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.Guarantee.ClockFrom;
import org.parley.model.guarantee.Guarantee.Escalation;
import org.parley.model.guarantee.Guarantee.Response;
import org.parley.model.guarantee.Guarantee.Trigger;
import org.parley.model.guarantee.LogEntry;
import org.parley.model.guarantee.LogEntry.Fact;
import org.parley.model.guarantee.LogEntryId;
import org.parley.model.guarantee.Need;
import org.parley.model.guarantee.PledgedSum;
import org.parley.model.guarantee.TimeSpan;
import org.parley.model.guarantee.Within;

/// Validates the records about guarantees: each kind of coincidence once, a calendar for days, and
/// a claim, point or stated assumption for every choice.
final class GuaranteeChecks {

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2200;

  /// Sums of thousands of pledges stay exact.
  private static final long MOST_MONEY = 1_000_000_000_000_000L;

  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  private final RecordsUnderCheck records;
  private final int index;

  GuaranteeChecks(RecordsUnderCheck records, int index) {
    this.records = records;
    this.index = index;
  }

  private void report(List<String> path, Rule rule, @Nullable Object value) {
    records.report(index, path, rule, value);
  }

  void guarantee(Guarantee guarantee) {
    records.words(index, "title", guarantee.title());
    records.once(index, "obligors", guarantee.obligors());
    records.once(index, "ties", guarantee.ties());
    records.once(index, "ladder", guarantee.ladder().stream().map(Response::name).toList());
    if (guarantee.claims().isEmpty() && guarantee.points().isEmpty()) {
      report(List.of("claims"), Rule.Plain.GUARANTEE_RESTS_ON_NOTHING, guarantee.id());
    }
    EnumSet<Guarantee.Tie> missing = EnumSet.allOf(Guarantee.Tie.class);
    guarantee.ties().forEach(missing::remove);
    if (!missing.isEmpty() && !guarantee.ties().isEmpty()) {
      report(
          List.of("ties"),
          Rule.Plain.TIES_NOT_ORDERED,
          missing.stream()
              .map(each -> each.name().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", ")));
    }
    Assumptions.check(records, index, guarantee, guarantee.assumed());
    calendar(guarantee);
    trigger(guarantee.trigger(), List.of("trigger"));
    determination(guarantee.determination(), List.of("determination"));
    for (int i = 0; i < guarantee.voiding().size(); i++) {
      determination(
          guarantee.voiding().get(i).determination(),
          List.of("voiding", Integer.toString(i), "determination"));
    }
    if (guarantee.escalation() instanceof Escalation.Snapback(_, Determination.Council stop)) {
      determination(stop, List.of("escalation", "stop"));
    }
    for (int i = 0; i < guarantee.ladder().size(); i++) {
      Response response = guarantee.ladder().get(i);
      if (response.clockFrom() == ClockFrom.CONTINUATION && response.ifContinued() == null) {
        report(
            List.of("ladder", Integer.toString(i), "clockFrom"),
            Rule.Plain.CONTINUATION_NOT_AWAITED,
            response.name());
      }
    }
  }

  private void calendar(Guarantee guarantee) {
    Guarantee.Calendar calendar = guarantee.calendar();
    if (calendar != null) {
      try {
        ZoneId.of(calendar.zone());
      } catch (DateTimeException e) {
        report(List.of("calendar", "zone"), Rule.Plain.NO_SUCH_TIME_ZONE, calendar.zone());
      }
      return;
    }
    spans(guarantee)
        .filter(TimeSpan::isCalendar)
        .findFirst()
        .ifPresent(span -> report(List.of("calendar"), Rule.Plain.NO_CALENDAR, span));
  }

  /// Every length of time in a guarantee.
  private static Stream<TimeSpan> spans(Guarantee guarantee) {
    Stream<TimeSpan> ladder =
        guarantee.ladder().stream()
            .flatMap(
                each -> {
                  Guarantee.Continued more = each.ifContinued();
                  return Stream.concat(
                      Stream.ofNullable(each.within()),
                      more == null ? Stream.of() : Stream.of(more.within()));
                })
            .map(Within::length);
    TimeSpan lasts = guarantee.inForce().lasts();
    TimeSpan grace = guarantee.grace();
    Stream<TimeSpan> single =
        Stream.concat(
            lasts == null ? Stream.of() : Stream.of(lasts),
            grace == null ? Stream.of() : Stream.of(grace));
    Stream<TimeSpan> escalation =
        switch (guarantee.escalation()) {
          case Escalation.Automatic(TimeSpan after) -> Stream.of(after);
          case Escalation.Snapback(var window, _) -> Stream.of(window.length());
          case Escalation.None _, Escalation.ByPower _ -> Stream.of();
        };
    return Stream.of(ladder, single, escalation, spans(guarantee.trigger())).flatMap(all -> all);
  }

  private static Stream<TimeSpan> spans(Trigger trigger) {
    return switch (trigger) {
      case Trigger.Happens _ -> Stream.of();
      case Trigger.Repeated repeated -> Stream.of(repeated.within().length());
      case Trigger.Combined combined -> Stream.of(combined.within().length());
      case Trigger.Either(List<Trigger> any) -> any.stream().flatMap(GuaranteeChecks::spans);
    };
  }

  private void trigger(Trigger trigger, List<String> path) {
    switch (trigger) {
      case Trigger.Happens _ -> {}
      case Trigger.Repeated repeated -> {
        if (repeated.times() < 1) {
          report(path, Rule.Plain.COUNT_BELOW_ONE, repeated.times());
        }
      }
      case Trigger.Combined combined -> {
        if (combined.incidents().isEmpty()) {
          report(path, Rule.Plain.EMPTY_COMBINATION, "");
        }
      }
      case Trigger.Either(List<Trigger> any) -> any.forEach(each -> trigger(each, path));
    }
  }

  private void determination(Determination rule, List<String> path) {
    switch (rule) {
      case Determination.SelfEvident _,
          Determination.FoundBy _,
          Determination.EachObligor _,
          Determination.NotStated _ -> {}
      case Determination.IndependentReports reports -> {
        if (reports.groups() < 1) {
          report(path, Rule.Plain.SOURCES_BELOW_ONE, reports.groups());
        }
      }
      case Determination.Council council -> council(council, path);
      case Determination.AnyOf(List<Determination> rules) ->
          rules.forEach(each -> determination(each, path));
      case Determination.AllOf(List<Determination> rules) ->
          rules.forEach(each -> determination(each, path));
    }
  }

  private void council(Determination.Council council, List<String> path) {
    if (council.needed() < 1 || council.needed() > Set.copyOf(council.members()).size()) {
      report(path, new Rule.TooManyVotes(council.members().size()), council.needed());
    }
    for (PartyId veto : council.vetoes()) {
      if (!council.members().contains(veto)) {
        report(path, Rule.Plain.VETO_OF_NON_MEMBER, veto);
      }
    }
  }

  void contribution(Contribution contribution) {
    records.words(index, "what", contribution.what());
    records.words(index, "unit", contribution.unit());
    notNegative("amount", contribution.amount());
    records.once(index, "points", contribution.points());
    for (int i = 0; i < contribution.sums().size(); i++) {
      sum(List.of("sums", Integer.toString(i)), contribution, i);
    }
  }

  private void sum(List<String> path, Contribution contribution, int at) {
    PledgedSum sum = contribution.sums().get(at);
    if (!CURRENCIES.contains(sum.currency())) {
      report(under(path, "currency"), Rule.Plain.NOT_A_CURRENCY, sum.currency());
    }
    Integer year = sum.year();
    if (year != null && (year < FIRST_YEAR || year > LAST_YEAR)) {
      report(under(path, "year"), Rule.Plain.NOT_A_YEAR, year);
    }
    if (sum.least() < 0) {
      report(under(path, "least"), Rule.Plain.NEGATIVE_AMOUNT, sum.least());
    } else if (sum.mostOrLeast() < sum.least()) {
      report(under(path, "most"), Rule.Plain.RANGE_REVERSED, sum.mostOrLeast());
    } else if (sum.mostOrLeast() > MOST_MONEY) {
      report(path, new Rule.SumTooLarge(MOST_MONEY), sum.mostOrLeast());
    }
    for (PledgedSum earlier : contribution.sums().subList(0, at)) {
      boolean isSameYear = Objects.equals(earlier.year(), year);
      if (earlier.currency().equals(sum.currency())
          && (isSameYear || year == null || earlier.year() == null)) {
        report(path, Rule.Plain.SUM_TWICE, sum.currency());
        return;
      }
    }
  }

  private static List<String> under(List<String> path, String key) {
    return Stream.concat(path.stream(), Stream.of(key)).toList();
  }

  void need(Need need) {
    records.words(index, "title", need.title());
    records.words(index, "unit", need.unit());
    notNegative("amount", need.amount());
  }

  private void notNegative(String key, @Nullable Long amount) {
    if (amount != null && amount < 0) {
      report(List.of(key), Rule.Plain.NEGATIVE_AMOUNT, amount);
    }
  }

  void entry(LogEntry entry) {
    if (entry.source().isEmpty()) {
      report(List.of("source"), Rule.Plain.ENTRY_WITHOUT_SOURCE, entry.id());
    }
    if (entry.says() instanceof Fact.Report report) {
      attribution(report);
    }
    LogEntryId corrected = entry.corrects();
    if (corrected == null) {
      if (entry.says() instanceof Fact.TakenBack) {
        report(List.of("corrects"), Rule.Plain.NOTHING_TAKEN_BACK, entry.id());
      }
      return;
    }
    if (records.record(corrected) instanceof LogEntry earlier) {
      IncidentOf about = IncidentOf.of(entry);
      if (corrected.equals(entry.id()) || earlier.recorded().compareTo(entry.recorded()) > 0) {
        report(List.of("corrects"), Rule.Plain.CORRECTS_LATER_ENTRY, corrected);
      } else if (!(entry.says() instanceof Fact.TakenBack)
          && !about.equals(IncidentOf.of(earlier))) {
        report(List.of("corrects"), Rule.Plain.CORRECTS_OTHER_INCIDENT, corrected);
      }
    }
  }

  private void attribution(Fact.Report report) {
    List<PartyId> between = report.between();
    if (between.isEmpty()) {
      return;
    }
    List<String> path = List.of("says", "report", "between");
    if (report.by() != null || report.on() != null) {
      report(path, Rule.Plain.BETWEEN_AND_BY, report.incident());
    } else if (between.size() != 2 || between.getFirst().equals(between.getLast())) {
      report(
          path,
          Rule.Plain.NOT_TWO_PARTIES,
          between.stream().map(PartyId::value).collect(Collectors.joining(", ")));
    }
  }

  /// The incident of an entry; null if it is about a term.
  private record IncidentOf(@Nullable Id incident) {
    static IncidentOf of(LogEntry entry) {
      return new IncidentOf(entry.says().incident());
    }
  }

  void question(CoverageQuestion question) {
    records.words(index, "title", question.title());
    for (int i = 0; i < question.threats().size(); i++) {
      records.languages(
          index,
          List.of("threats", Integer.toString(i), "title"),
          question.threats().get(i).title());
    }
    if (question.threats().isEmpty()) {
      report(List.of("threats"), Rule.Plain.NO_THREAT, question.id());
    }
    if (!question.from().earliest().isBefore(question.until().earliest())) {
      report(List.of("until"), Rule.Plain.QUESTION_ENDS_BEFORE_IT_BEGINS, question.until());
    }
  }
}
