package org.parley.web.service;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.answer.round.RoundReader;
import org.parley.answer.waiting.WaitingAnswer;
import org.parley.model.cases.CaseView;
import org.parley.round.Waiting;
import org.parley.round.WaitingList;
import org.parley.web.view.OpenCase;

/// The things that wait for a visitor. A list is kept until the case or the sealed words change, or
/// an hour comes: every page asks for it.
final class WaitingItems {

  private WaitingItems() {}

  /// The latest lists of a view.
  ///
  /// @param <T> what is listed
  private static final class Latest<T> {
    private @Nullable Kept<T> kept;

    synchronized List<T> get(long sealed, Instant now, Supplier<Kept<T>> make) {
      Kept<T> known = kept;
      if (known == null || known.sealed != sealed || !now.isBefore(known.until)) {
        known = make.get();
        kept = known;
      }
      return known.things;
    }
  }

  /// A list.
  ///
  /// @param sealed how many sealed words it rests on
  /// @param until the moment from which it may differ
  private record Kept<T>(long sealed, Instant until, List<T> things) {}

  /// The latest lists of one view: in the pages, and of notices.
  private record Lists(Latest<Waiting> shown, Latest<String> noticed, Latest<String> ofTable) {
    static Lists none() {
      return new Lists(new Latest<>(), new Latest<>(), new Latest<>());
    }
  }

  /// The inbox of a view.
  private record Inbox(List<String> ids) {}

  /// Whose list a visitor reads; empty for those for whom nothing waits.
  static Optional<WaitingList.For> whose(Visitor visitor) {
    return switch (visitor.role()) {
      case MEDIATOR -> Optional.of(new WaitingList.For.Mediators());
      case DELEGATION -> Optional.ofNullable(visitor.party()).map(WaitingList.For.Delegation::new);
      case MONITOR, OBSERVER, PUBLIC -> Optional.empty();
    };
  }

  /// The things that wait in a view, dismissed or not.
  ///
  /// @param sealed how many words are sealed; the list is made again if that changes
  static List<Waiting> list(
      OpenCase open,
      WaitingList.For whom,
      Optional<? extends RoundReader> reader,
      long sealed,
      Instant now) {
    CaseView view = open.view();
    return lists(open)
        .shown
        .get(
            sealed,
            now,
            () ->
                new Kept<>(
                    sealed,
                    WaitingList.nextChange(view, now),
                    WaitingList.of(view, whom, reader, inbox(open, whom), now)));
  }

  /// The digests of the things that a reader is told of outside the pages.
  static List<String> noticed(
      OpenCase open,
      WaitingList.For whom,
      Optional<? extends RoundReader> reader,
      long sealed,
      Instant now) {
    CaseView view = open.view();
    Lists lists = lists(open);
    return (whom instanceof WaitingList.For.Table ? lists.ofTable : lists.noticed)
        .get(
            sealed,
            now,
            () ->
                new Kept<>(
                    sealed,
                    WaitingList.nextChange(view, now),
                    WaitingList.noticed(view, whom, reader, inbox(open, whom), now)));
  }

  /// The things that a reader is told of outside the pages.
  static List<Waiting> told(
      OpenCase open, WaitingList.For whom, Optional<? extends RoundReader> reader, Instant now) {
    return WaitingList.told(open.view(), whom, reader, inbox(open, whom), now);
  }

  /// The tasks of a visitor that are due, and the comments that mention them by name.
  static List<Waiting> ofPerson(OpenCase open, Visitor visitor, Instant now) {
    if (visitor.role() == Role.PUBLIC) {
      return List.of();
    }
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return open.once(Personal.class, _ -> new Personal(new ConcurrentHashMap<>()))
        .lists
        .computeIfAbsent(
            new PersonalKey(visitor, day),
            _ ->
                Stream.concat(
                        WaitingList.tasks(open.view(), visitor.name(), whose(visitor), day)
                            .stream(),
                        WaitingList.mentions(open.view(), visitor.name()).stream())
                    .toList());
  }

  /// The lists of people in one view.
  private record Personal(Map<PersonalKey, List<Waiting>> lists) {}

  private record PersonalKey(Visitor visitor, LocalDate day) {}

  private static Lists lists(OpenCase open) {
    return open.once(Lists.class, _ -> Lists.none());
  }

  private static List<String> inbox(OpenCase open, WaitingList.For whom) {
    return whom instanceof WaitingList.For.Mediators
        ? open.once(Inbox.class, each -> new Inbox(WaitingAnswer.inbox(each.view()))).ids
        : List.of();
  }

  /// The things that were not dismissed.
  static List<Waiting> without(List<Waiting> things, Supplier<Set<String>> dismissed) {
    if (things.stream().noneMatch(Waiting::isDismissible)) {
      return things;
    }
    Set<String> keys = dismissed.get();
    return things.stream()
        .filter(each -> !each.isDismissible() || !keys.contains(each.key()))
        .toList();
  }
}
