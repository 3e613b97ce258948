package org.parley.web.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.parley.reading.Reader;
import org.parley.web.service.Visitor;
import org.parley.web.work.Workers;

/// The recent texts of each visitor, visible to them only. Thread-safe. Two texts are read
/// concurrently, of different visitors in turn; each visitor's queue is bounded.
public final class RecentTexts {

  private static final int KEPT = 8;

  private final Map<Visitor, Map<String, BroughtText>> texts = new HashMap<>();
  private final Workers workers = new Workers("reading", new Workers.Quota(2, 1, 24, 2));

  /// Starts reading a text; empty if too many are waiting, of this visitor or of all.
  Optional<BroughtText> begin(
      Visitor visitor, ReadRequest given, BroughtText.TextOrigin origin, Reader reader) {
    BroughtText text = new BroughtText(UUID.randomUUID().toString(), given);
    try {
      workers.execute(visitor.name(), Workers.Length.SHORT, () -> text.read(origin, reader));
    } catch (RejectedExecutionException _) {
      return Optional.empty();
    }
    synchronized (texts) {
      texts.computeIfAbsent(visitor, _ -> kept()).put(text.key(), text);
    }
    return Optional.of(text);
  }

  private static Map<String, BroughtText> kept() {
    return new LinkedHashMap<>(KEPT, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, BroughtText> eldest) {
        return size() > KEPT;
      }
    };
  }

  /// A text of this visitor.
  public Optional<BroughtText> find(Visitor visitor, String key) {
    synchronized (texts) {
      return Optional.ofNullable(texts.getOrDefault(visitor, Map.of()).get(key));
    }
  }

  /// The texts of this visitor, the latest first.
  public List<BroughtText> list(Visitor visitor) {
    synchronized (texts) {
      return new ArrayList<>(texts.getOrDefault(visitor, Map.of()).values()).reversed();
    }
  }
}
