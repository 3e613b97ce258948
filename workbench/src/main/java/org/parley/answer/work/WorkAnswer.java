package org.parley.answer.work;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.store.WorkLog;
import org.parley.store.WorkLog.Wait;
import org.parley.store.WorkLog.Waiter;
import org.parley.store.WorkLog.WeekTally;
import org.parley.wording.Messages;

/// The work on a case, from its journal: who did how much in which week, and how long things
/// waited.
///
/// @param headline both in a sentence
/// @param since the Monday of the first week
/// @param done the work of each author in each week, the latest first
/// @param waits the waits of the whole journal, one for each kind of thing
public record WorkAnswer(
    String headline, LocalDate since, List<PersonWeek> done, List<WaitTotals> waits) {

  /// The most weeks that are answered.
  public static final int MOST_WEEKS = 1_000;

  /// The weeks that are answered if none are asked for.
  public static final int USUAL_WEEKS = 12;

  /// The account of an author.
  ///
  /// @param role its role, as it is written
  /// @param party its party; null for none
  public record AuthorAccount(String role, @Nullable PartyId party) {}

  /// The work of an author in a week.
  ///
  /// @param week its Monday, in UTC
  /// @param who the author
  /// @param role the role of the account of this name; null where there is none
  /// @param party the party of that account; null for none
  /// @param entries how many entries of the journal
  /// @param records how many different records they are about
  /// @param evidence how many entries are about sources, statements and events
  /// @param issues how many are about parties, texts, points, positions and packages
  /// @param plan how many are about steps, guarantees and incidents
  /// @param collaboration how many are about comments and tasks
  public record PersonWeek(
      LocalDate week,
      String who,
      @Nullable String role,
      @Nullable PartyId party,
      int entries,
      int records,
      int evidence,
      int issues,
      int plan,
      int collaboration) {}

  /// How long things of a kind waited, in whole days.
  ///
  /// @param of the kind of thing
  /// @param closed how many waits have ended
  /// @param medianDays their median; null if none has ended
  /// @param longestDays the longest of them; null if none has ended
  /// @param open how many things wait
  /// @param openDays how long the first of these has waited; null if nothing waits
  /// @param openId the id of that record; null if nothing waits
  public record WaitTotals(
      Waiter of,
      int closed,
      @Nullable Long medianDays,
      @Nullable Long longestDays,
      int open,
      @Nullable Long openDays,
      @Nullable String openId) {}

  public WorkAnswer {
    done = List.copyOf(done);
    waits = List.copyOf(waits);
  }

  /// The answer.
  ///
  /// @param weeks how many weeks, the present one among them
  /// @param accounts the accounts of the case, by name
  public static WorkAnswer of(
      WorkLog log, Map<String, AuthorAccount> accounts, int weeks, Instant now) {
    LocalDate since =
        WorkLog.weekOf(LocalDate.ofInstant(now, ZoneOffset.UTC)).minusWeeks(weeks - 1L);
    List<PersonWeek> done = done(log, accounts, since);
    List<WaitTotals> waits =
        Stream.of(Waiter.values()).map(each -> totals(each, log.waits(each), now)).toList();
    return new WorkAnswer(
        Messages.current()
            .text(
                "work.headline",
                "entries",
                done.stream().mapToInt(PersonWeek::entries).sum(),
                "people",
                (int) done.stream().map(PersonWeek::who).distinct().count(),
                "open",
                waits.stream().mapToInt(WaitTotals::open).sum()),
        since,
        done,
        waits);
  }

  private record PersonOfWeek(LocalDate week, String who) {}

  private static List<PersonWeek> done(
      WorkLog log, Map<String, AuthorAccount> accounts, LocalDate since) {
    Map<PersonOfWeek, List<WeekTally>> by = new HashMap<>();
    for (WeekTally each : log.tallies()) {
      if (!each.week().isBefore(since)) {
        by.computeIfAbsent(new PersonOfWeek(each.week(), each.who()), _ -> new ArrayList<>())
            .add(each);
      }
    }
    return by.entrySet().stream()
        .map(each -> done(each.getKey(), each.getValue(), accounts.get(each.getKey().who)))
        .sorted(
            Comparator.comparing(PersonWeek::week)
                .reversed()
                .thenComparing(PersonWeek::entries, Comparator.reverseOrder())
                .thenComparing(PersonWeek::who))
        .toList();
  }

  private static PersonWeek done(
      PersonOfWeek of, List<WeekTally> tallies, @Nullable AuthorAccount account) {
    int records = 0;
    int evidence = 0;
    int issues = 0;
    int plan = 0;
    int collaboration = 0;
    for (WeekTally each : tallies) {
      records += each.records();
      switch (each.kind()) {
        case "sources", "claims", "items", "meetings", "acts", "forecasts", "indicators" ->
            evidence += each.entries();
        case "steps",
            "terms",
            "demands",
            "guarantees",
            "contributions",
            "needs",
            "coverageQuestions",
            "incidents",
            "logEntries" ->
            plan += each.entries();
        case "comments", "tasks" -> collaboration += each.entries();
        default -> issues += each.entries();
      }
    }
    return new PersonWeek(
        of.week,
        of.who,
        account == null ? null : account.role(),
        account == null ? null : account.party(),
        evidence + issues + plan + collaboration,
        records,
        evidence,
        issues,
        plan,
        collaboration);
  }

  private static WaitTotals totals(Waiter of, List<Wait> waits, Instant now) {
    List<Duration> closed =
        waits.stream()
            .filter(each -> each.until() != null)
            .map(each -> each.length(now))
            .sorted()
            .toList();
    List<Wait> open = waits.stream().filter(each -> each.until() == null).toList();
    Wait first = open.stream().min(Comparator.comparing(Wait::from)).orElse(null);
    return new WaitTotals(
        of,
        closed.size(),
        closed.isEmpty() ? null : median(closed).toDays(),
        closed.isEmpty() ? null : closed.getLast().toDays(),
        open.size(),
        first == null ? null : Math.max(0, first.length(now).toDays()),
        first == null ? null : first.id());
  }

  /// The one in the middle; of two, the mean.
  private static Duration median(List<Duration> sorted) {
    Duration upper = sorted.get(sorted.size() / 2);
    return sorted.size() % 2 == 1
        ? upper
        : upper.plus(sorted.get(sorted.size() / 2 - 1)).dividedBy(2);
  }
}
