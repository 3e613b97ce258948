package org.parley.reading.statements;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.reading.Attribution;

/// How groups of tellings stand to the claims on record and to each other.
final class Relations {

  private final TellingLikeness likeness;
  private final List<List<TellingLikeness.Seen>> groups;
  private final Map<String, List<TellingLikeness.Seen>> records = new HashMap<>();
  private final Map<String, List<Integer>> bySpeaker = new HashMap<>();

  Relations(
      TellingLikeness likeness,
      List<List<TellingLikeness.Seen>> groups,
      List<TellingLikeness.Seen> onRecord) {
    this.likeness = likeness;
    this.groups = groups;
    for (TellingLikeness.Seen each : onRecord) {
      for (String key : each.voice().keys()) {
        records.computeIfAbsent(key, _ -> new ArrayList<>()).add(each);
      }
    }
    for (int i = 0; i < groups.size(); i++) {
      for (String key : groups.get(i).getFirst().voice().keys()) {
        bySpeaker.computeIfAbsent(key, _ -> new ArrayList<>()).add(i);
      }
    }
  }

  List<StatementGroup> groups() {
    List<StatementGroup> all = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      all.add(group(i));
    }
    return all;
  }

  private StatementGroup group(int index) {
    List<TellingLikeness.Seen> told = groups.get(index);
    int lead = lead(told);
    TellingLikeness.Seen confirmed = null;
    TellingLikeness.Seen other = null;
    double most = 0;
    for (TellingLikeness.Seen each : recorded(told.get(lead))) {
      boolean isSame = isSame(told, each);
      double like = best(told, each, isSame);
      if (isSame && like >= TellingLikeness.ENOUGH && (confirmed == null || like >= most)) {
        confirmed = each;
        most = like;
      } else if (!isSame && like >= TellingLikeness.SAME_SUBJECT && isContrary(told, each)) {
        other = each;
      }
    }
    TellingLikeness.Seen against = confirmed != null ? confirmed : other;
    List<Telling> tellings = told.stream().map(TellingLikeness.Seen::telling).toList();
    return new StatementGroup(
        index + 1,
        tellings,
        lead,
        confirmed != null
            ? StatementGroup.Relation.CONFIRMS
            : other != null ? StatementGroup.Relation.SAYS_OTHERWISE : StatementGroup.Relation.NEW,
        against == null ? null : against.telling().record(),
        against != null
            && told.stream()
                .anyMatch(
                    each ->
                        TellingLikeness.isNear(
                            each.telling(), against.telling(), Statements.WINDOW_DAYS)),
        otherwise(index),
        added(tellings, lead, confirmed == null ? null : confirmed.telling()));
  }

  private List<TellingLikeness.Seen> recorded(TellingLikeness.Seen telling) {
    List<TellingLikeness.Seen> found = new ArrayList<>();
    for (String key : telling.voice().keys()) {
      List<TellingLikeness.Seen> all = records.getOrDefault(key, List.of());
      for (TellingLikeness.Seen each :
          all.subList(Math.max(0, all.size() - Statements.MAX_COMPARED), all.size())) {
        if (!found.contains(each) && each.voice().isSame(telling.voice())) {
          found.add(each);
        }
      }
    }
    return found;
  }

  private static boolean isSame(List<TellingLikeness.Seen> told, TellingLikeness.Seen record) {
    Telling first = told.getFirst().telling();
    Integer figure =
        told.stream()
            .map(each -> each.telling().tenths())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    return first.stance() == record.telling().stance()
        && Objects.equals(figure, record.telling().tenths());
  }

  /// Whether the claim on record excludes a telling of the same matter, said then or later. Earlier
  /// words are its history.
  private boolean isContrary(List<TellingLikeness.Seen> told, TellingLikeness.Seen record) {
    return told.stream()
        .anyMatch(
            each ->
                !isHistory(each.telling(), record.telling())
                    && Contraries.of(each.telling(), record.telling())
                    && likeness.isOneMatter(each, record));
  }

  /// Whether a telling is from before the occasion of a claim on record.
  private static boolean isHistory(Telling told, Telling record) {
    LocalDate day = told.day();
    LocalDate since = record.day();
    return day != null
        && since != null
        && day.isBefore(since)
        && !TellingLikeness.isNear(told, record, Statements.WINDOW_DAYS);
  }

  /// The likeness of the telling most like a claim on record: of all, or of the subject alone.
  private double best(
      List<TellingLikeness.Seen> told, TellingLikeness.Seen record, boolean isWhole) {
    return told.stream()
        .mapToDouble(each -> isWhole ? likeness.of(each, record) : likeness.subject(each, record))
        .max()
        .orElse(0);
  }

  /// The telling with the most details, the surest first.
  private static int lead(List<TellingLikeness.Seen> told) {
    int best = 0;
    for (int i = 1; i < told.size(); i++) {
      best = DETAIL.compare(told.get(i).telling(), told.get(best).telling()) > 0 ? i : best;
    }
    return best;
  }

  private static final Comparator<Telling> DETAIL =
      Comparator.comparing((Telling each) -> each.tenths() != null)
          .thenComparing(each -> each.condition() != null)
          .thenComparing(each -> each.said() != null)
          .thenComparing(each -> each.attribution() == Attribution.DIRECT_QUOTE)
          .thenComparingInt(Telling::confidence)
          .thenComparingInt(each -> each.speaker().length());

  /// Other groups of the speaker on the same subject within the window, with a contrary stance.
  private List<Integer> otherwise(int index) {
    List<TellingLikeness.Seen> own = groups.get(index);
    TellingLikeness.Seen first = own.getFirst();
    List<Integer> found = new ArrayList<>();
    for (String key : first.voice().keys()) {
      List<Integer> all = bySpeaker.getOrDefault(key, List.of());
      int at = all.indexOf(index);
      for (int each :
          all.subList(Math.max(0, at - MAX_NEAR), Math.min(all.size(), at + MAX_NEAR))) {
        TellingLikeness.Seen other = groups.get(each).getFirst();
        boolean isOther =
            each != index
                && Contraries.of(other.telling(), first.telling())
                && other.voice().isSame(first.voice())
                && TellingLikeness.isNear(other.telling(), first.telling(), Statements.WINDOW_DAYS)
                && likeness.subject(other, first) >= TellingLikeness.SAME_SUBJECT
                && likeness.isOneMatter(other, first);
        if (isOther && !found.contains(each + 1)) {
          found.add(each + 1);
        }
      }
    }
    return found;
  }

  private static final int MAX_NEAR = 50;

  private static List<StatementGroup.Added> added(
      List<Telling> told, int lead, @Nullable Telling record) {
    List<StatementGroup.Added> all = new ArrayList<>();
    Telling base = record != null ? record : told.get(lead);
    Integer figure = base.tenths();
    String condition = base.condition();
    LocalDate day = base.said() == null ? null : base.said().latestDay();
    boolean isOwn = base.attribution() == Attribution.DIRECT_QUOTE;
    for (int i = 0; i < told.size(); i++) {
      Telling each = told.get(i);
      if (record == null && i == lead) {
        continue;
      }
      if (each.tenths() != null && !each.tenths().equals(figure)) {
        figure = each.tenths();
        String percent =
            figure % 10 == 0 ? figure / 10 + " %" : figure / 10 + "." + figure % 10 + " %";
        all.add(new StatementGroup.Added(i, StatementGroup.Kind.FIGURE, percent));
      }
      if (each.condition() != null && condition == null) {
        condition = each.condition();
        all.add(new StatementGroup.Added(i, StatementGroup.Kind.CONDITION, condition));
      }
      if (each.said() != null && day == null) {
        day = each.said().latestDay();
        all.add(new StatementGroup.Added(i, StatementGroup.Kind.DAY, String.valueOf(each.said())));
      }
      if (each.attribution() == Attribution.DIRECT_QUOTE && !isOwn) {
        isOwn = true;
        all.add(new StatementGroup.Added(i, StatementGroup.Kind.OWN_WORDS, each.words()));
      }
    }
    return all;
  }
}
