package org.parley.web.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.parley.reading.Reader;
import org.parley.web.service.Visitor;
import org.parley.web.work.Workers;

/// The recent texts of each visitor, visible to them only, in memory. Thread-safe.
///
/// Two texts are read concurrently, of different visitors in turn. A text that nobody looked at for
/// a day is forgotten. Who brings too many loses their own oldest ones.
public final class RecentTexts {

  /// How many are kept of each, and how many characters or bytes of all.
  public static final int KEPT_EACH = 100;

  static final long MOST_WAITING_EACH = 24L << 20;
  static final long MOST_OF_ALL = 128L << 20;
  static final Duration KEPT_FOR = Duration.ofDays(1);

  /// A text that waits for its turn.
  private record Pending(BroughtText text, BroughtText.TextOrigin origin, Reader reader) {}

  /// The texts of one visitor.
  private static final class Shelf {
    private final Map<String, BroughtText> texts = new LinkedHashMap<>();
    private final Deque<Pending> pending = new ArrayDeque<>();
    private Instant touched = Instant.MIN;
    private boolean isReading;

    private long size() {
      return texts.values().stream().mapToLong(BroughtText::size).sum();
    }

    private boolean isRead() {
      return texts.values().stream().allMatch(BroughtText::isFinished);
    }

    private long waiting() {
      return pending.stream().mapToLong(each -> each.text.size()).sum();
    }
  }

  private final InstantSource clock;
  private final Map<Visitor, Shelf> shelves = new HashMap<>();
  private final Workers workers = new Workers("reading", new Workers.Quota(2, 1, 24, 2));

  RecentTexts(InstantSource clock) {
    this.clock = clock;
  }

  /// Starts reading a text; empty if too many are waiting, of this visitor or of all.
  ///
  /// @param size the characters or bytes it has before it is read
  Optional<BroughtText> begin(
      Visitor visitor, ReadRequest given, BroughtText.TextOrigin origin, long size, Reader reader) {
    BroughtText text = new BroughtText(UUID.randomUUID().toString(), given, size);
    synchronized (shelves) {
      Shelf shelf = touched(visitor);
      if (shelf.pending.size() >= KEPT_EACH
          || shelf.waiting() + size > MOST_WAITING_EACH
          || !hasRoom(shelf, size)) {
        return Optional.empty();
      }
      shelf.pending.add(new Pending(text, origin, reader));
      if (!shelf.isReading && !begin(visitor, shelf)) {
        shelf.pending.removeLast();
        return Optional.empty();
      }
      shelf.texts.put(text.key(), text);
      forgetOldest(shelf);
      return Optional.of(text);
    }
  }

  private Shelf touched(Visitor visitor) {
    Instant now = clock.instant();
    shelves.values().removeIf(each -> each.isRead() && each.touched.plus(KEPT_FOR).isBefore(now));
    Shelf shelf = shelves.computeIfAbsent(visitor, _ -> new Shelf());
    shelf.touched = now;
    return shelf;
  }

  private boolean hasRoom(Shelf shelf, long size) {
    long others = shelves.values().stream().mapToLong(Shelf::size).sum() - shelf.size();
    while (others + shelf.size() + size > MOST_OF_ALL) {
      if (!removeOldest(shelf)) {
        return false;
      }
    }
    return true;
  }

  private static void forgetOldest(Shelf shelf) {
    boolean isRemoved = true;
    while (shelf.texts.size() > KEPT_EACH && isRemoved) {
      isRemoved = removeOldest(shelf);
    }
  }

  /// Removes the oldest text that was read; false if there is none.
  private static boolean removeOldest(Shelf shelf) {
    Optional<String> oldest =
        shelf.texts.values().stream()
            .filter(BroughtText::isFinished)
            .map(BroughtText::key)
            .findFirst();
    oldest.ifPresent(shelf.texts::remove);
    return oldest.isPresent();
  }

  private boolean begin(Visitor visitor, Shelf shelf) {
    try {
      shelf.isReading = true;
      workers.execute(visitor.name(), Workers.Length.SHORT, () -> readNext(visitor, shelf));
      return true;
    } catch (RejectedExecutionException _) {
      shelf.isReading = false;
      return false;
    }
  }

  /// Reads one text, and lets others have their turn before the next.
  private void readNext(Visitor visitor, Shelf shelf) {
    boolean isOn = true;
    while (isOn) {
      Pending next = next(shelf);
      if (next == null) {
        return;
      }
      next.text.read(next.origin, next.reader);
      isOn = !handsOn(visitor, shelf);
    }
  }

  private @Nullable Pending next(Shelf shelf) {
    synchronized (shelves) {
      Pending next = shelf.pending.peek();
      shelf.isReading = next != null;
      return next;
    }
  }

  /// Whether this thread is done: the rest is queued again. A full queue does not stop the rest.
  private boolean handsOn(Visitor visitor, Shelf shelf) {
    synchronized (shelves) {
      shelf.pending.poll();
      if (shelf.pending.isEmpty()) {
        shelf.isReading = false;
        return true;
      }
      if (begin(visitor, shelf)) {
        return true;
      }
      shelf.isReading = true;
      return false;
    }
  }

  /// A text of this visitor.
  public Optional<BroughtText> find(Visitor visitor, String key) {
    synchronized (shelves) {
      return Optional.ofNullable(touched(visitor).texts.get(key));
    }
  }

  /// The texts of this visitor, the latest first.
  public List<BroughtText> list(Visitor visitor) {
    synchronized (shelves) {
      return new ArrayList<>(touched(visitor).texts.values()).reversed();
    }
  }

  /// Forgets texts that were read.
  void forget(Visitor visitor, List<String> keys) {
    synchronized (shelves) {
      Map<String, BroughtText> own = touched(visitor).texts;
      for (String key : keys) {
        BroughtText text = own.get(key);
        if (text != null && text.isFinished()) {
          own.remove(key);
        }
      }
    }
  }
}
