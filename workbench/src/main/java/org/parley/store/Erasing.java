package org.parley.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.store.ErasedEntry.ErasureCause;

/// Makes the entries of a journal those of another, without what an order erases.
///
/// Each entry has one in its place, with its number and moment. Where the text of an entry goes,
/// the one in its place changes nothing: it repeats the header of the case. A record keeps the text
/// that it had before, until a later one stays.
///
/// Cost: linear in the entries. Memory: linear in the records and in what is erased.
final class Erasing {

  private static final String GONE = "Erased";
  private static final Contents.Key HEADER = new Contents.Key(Contents.HEADER, Contents.HEADER);

  private final ErasureOrder order;
  private final Set<String> ids;
  private final Contents present;
  private final Map<Contents.Key, String> texts = new HashMap<>();
  private final List<ErasedEntry> erased = new ArrayList<>();
  private Head head = Head.NONE;

  /// @param ids those of the records that go, and of their parts
  /// @param present the records as they stand: those that stay keep their last text
  Erasing(ErasureOrder order, Set<String> ids, Contents present) {
    this.order = order;
    this.ids = ids;
    this.present = present;
  }

  /// The entries of which something was erased so far.
  List<ErasedEntry> erased() {
    return List.copyOf(erased);
  }

  /// The head of the entries made.
  Head head() {
    return head;
  }

  /// The entry in place of the next one.
  Entry next(Entry old) {
    ErasureCause cause = cause(old.change());
    Change change = cause == null ? standing(old.change()) : nothing();
    if (cause == null && isNothing(change) && !isNothing(old.change())) {
      cause = ErasureCause.LEFT_OVER;
    }
    boolean isNamed = order.hasWords(old.who()) || order.hasWords(old.why());
    if (cause != null || isNamed) {
      erased.add(
          new ErasedEntry(
              old.number(),
              old.hash(),
              cause == null ? ErasureCause.REASON : cause,
              old.change().kind(),
              old.change().id()));
    }
    Entry made =
        Chain.next(
            head.hash(),
            old.number(),
            old.at(),
            order.hasWords(old.who()) ? GONE : old.who(),
            (cause != null && cause != ErasureCause.LEFT_OVER) || isNamed
                ? GONE + ": " + order.why()
                : old.why(),
            change);
    head = new Head(made.number(), made.hash());
    return made;
  }

  private @Nullable ErasureCause cause(Change change) {
    if (order.records().contains(change.id()) && !change.kind().equals(Contents.HEADER)) {
      return ErasureCause.RECORD;
    }
    String after = change.after();
    if (after == null) {
      return null;
    }
    if (after.equals(present.find(change.kind(), change.id()))) {
      // a value that reads like an id is no mention: the case is valid without the record
      return null;
    }
    Set<String> values = ErasureOrder.values(after);
    return values.stream().anyMatch(order::hasWords)
        ? ErasureCause.WORDS
        : values.stream().anyMatch(ids::contains) ? ErasureCause.MENTION : null;
  }

  /// The change, from the text that stands.
  private Change standing(Change change) {
    Contents.Key key = new Contents.Key(change.kind(), change.id());
    String before = texts.get(key);
    String after = change.after();
    if (Objects.equals(before, after)) {
      return nothing();
    }
    if (after == null) {
      texts.remove(key);
    } else {
      texts.put(key, after);
    }
    return new Change(change.kind(), change.id(), before, after);
  }

  private static boolean isNothing(Change change) {
    return Objects.equals(change.before(), change.after());
  }

  private Change nothing() {
    String header = texts.get(HEADER);
    return new Change(HEADER.kind(), HEADER.id(), header, header);
  }
}
