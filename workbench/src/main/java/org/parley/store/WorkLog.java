package org.parley.store;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.RecordReader;
import org.parley.model.CaseRecord;
import org.parley.model.claim.Item;
import org.parley.model.comment.Comment;
import org.parley.model.comment.CommentId;
import org.parley.model.comment.CommentThread;
import org.parley.model.task.Task;

/// The work on a case as its journal has it: who changed which record when, and how long things
/// waited.
///
/// It is a fold over the entries, and of nothing else: sealed answers, refused attempts and reads
/// stand in tables of their own. Times are those of recording.
///
/// @param tallies how much was changed, by author, week and kind; in no order
/// @param waits every time that something waited, by kind, in the order in which it ended; the open
///   ones last
public record WorkLog(List<WeekTally> tallies, List<Wait> waits) {

  /// How much an author changed in a week.
  ///
  /// @param who the author
  /// @param week its Monday, in UTC
  /// @param kind the key of the record kind: `claims`; `case` for the header
  /// @param entries how many entries
  /// @param records how many different records they are about
  public record WeekTally(String who, LocalDate week, String kind, int entries, int records) {}

  /// A change, without its texts.
  record AuthoredChange(Instant at, String who, String kind, String id) {}

  /// A kind of thing that waits.
  public enum Waiter {
    /// An item of the inbox, for its decision.
    ITEM("items"),
    /// A comment, for its resolution.
    COMMENT("comments"),
    /// A task, until it is done.
    TASK("tasks");

    private final String kind;

    Waiter(String kind) {
      this.kind = kind;
    }
  }

  /// A time that something waited. A record that waits again has another.
  ///
  /// @param of the kind of thing
  /// @param id the id of the record
  /// @param from the moment it began to wait
  /// @param until the moment it was settled or removed; null while it waits
  public record Wait(Waiter of, String id, Instant from, @Nullable Instant until) {

    /// How long it waited, or has waited by a moment.
    public Duration length(Instant now) {
      return Duration.between(from, until == null ? now : until);
    }
  }

  public WorkLog {
    tallies = List.copyOf(tallies);
    waits = List.copyOf(waits);
  }

  /// The work that a journal has. Cost: linear in the entries; of items, comments and tasks alone
  /// the texts are read.
  public static WorkLog of(Journal journal) {
    List<Wait> waits = new ArrayList<>();
    for (Waiter each : Waiter.values()) {
      Fold fold = new Fold(each);
      journal.listOfKind(each.kind).forEach(fold::add);
      waits.addAll(fold.all());
    }
    return new WorkLog(journal.tallyWeeks(), waits);
  }

  /// The Monday of the week of a day.
  public static LocalDate weekOf(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  record Tallied(String who, LocalDate week, String kind) {}

  /// The tallies while they are counted.
  record Tallies(Map<Tallied, List<String>> ids) {
    static Tallies none() {
      return new Tallies(new HashMap<>());
    }

    void add(AuthoredChange change) {
      LocalDate week = weekOf(LocalDate.ofInstant(change.at, ZoneOffset.UTC));
      ids.computeIfAbsent(new Tallied(change.who, week, change.kind), _ -> new ArrayList<>())
          .add(change.id);
    }

    List<WeekTally> all() {
      List<WeekTally> all = new ArrayList<>();
      ids.forEach(
          (of, list) ->
              all.add(
                  new WeekTally(
                      of.who, of.week, of.kind, list.size(), new HashSet<>(list).size())));
      return all;
    }
  }

  /// The waits of one kind.
  public List<Wait> waits(Waiter of) {
    return waits.stream().filter(each -> each.of == of).toList();
  }

  /// The state after some entries about one kind.
  private static final class Fold {
    private final Waiter of;
    private final RecordReader reader = new RecordReader(List.of());
    private final Map<String, CaseRecord> present = new HashMap<>();
    private final Map<CommentId, List<CommentId>> replies = new HashMap<>();
    private final Map<String, Instant> open = new HashMap<>();
    private final List<Wait> ended = new ArrayList<>();

    Fold(Waiter of) {
      this.of = of;
    }

    List<Wait> all() {
      List<Wait> all = new ArrayList<>(ended);
      open.entrySet().stream()
          .sorted(Map.Entry.<String, Instant>comparingByValue().thenComparing(Map.Entry::getKey))
          .map(each -> new Wait(of, each.getKey(), each.getValue(), null))
          .forEach(all::add);
      return all;
    }

    void add(Entry entry) {
      Change change = entry.change();
      String text = change.after();
      CaseRecord after = text == null ? null : reader.read(change.kind(), text).record();
      CaseRecord before =
          after == null ? present.remove(change.id()) : present.put(change.id(), after);
      if (after instanceof Comment reply && reply.replyTo() != null) {
        List<CommentId> known = replies.computeIfAbsent(reply.replyTo(), _ -> new ArrayList<>());
        if (!known.contains(reply.id())) {
          known.add(reply.id());
        }
      }
      for (String each : Set.copyOf(List.of(waiter(before, change), waiter(after, change)))) {
        note(each, entry.at());
      }
    }

    /// The id of the record that waits or not by reason of a record: of a reply, its comment.
    private static String waiter(@Nullable CaseRecord record, Change change) {
      return record instanceof Comment comment && comment.replyTo() != null
          ? comment.replyTo().value()
          : change.id();
    }

    private void note(String id, Instant at) {
      if (isWaiting(id)) {
        open.putIfAbsent(id, at);
        return;
      }
      Instant from = open.remove(id);
      // what one transaction opens and settles was never seen to wait
      if (from != null && from.isBefore(at)) {
        ended.add(new Wait(of, id, from, at));
      }
    }

    private boolean isWaiting(String id) {
      return switch (present.get(id)) {
        case Item item -> item.isWaiting();
        case Task task -> task.done() == null;
        case Comment comment -> comment.isFirst() && !thread(comment).isResolved();
        case null, default -> false;
      };
    }

    private CommentThread thread(Comment first) {
      List<Comment> standing = new ArrayList<>();
      for (CommentId each : replies.getOrDefault(first.id(), List.of())) {
        if (present.get(each.value()) instanceof Comment reply
            && first.id().equals(reply.replyTo())) {
          standing.add(reply);
        }
      }
      standing.sort(CommentThread.IN_ORDER);
      return new CommentThread(first, standing);
    }
  }
}
