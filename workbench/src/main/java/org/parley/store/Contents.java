package org.parley.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseReader;
import org.parley.casefile.CaseWriter;
import org.parley.casefile.LoadResult;
import org.parley.model.Case;
import org.parley.model.CaseRecord;

/// The records of a case as texts. Immutable.
public final class Contents {

  /// The kind and the id of the header.
  static final String HEADER = "case";

  /// No case yet.
  static final Contents NONE = new Contents(Map.of());

  /// Which record.
  private record Key(String kind, String id) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int order = kind.compareTo(other.kind);
      return order != 0 ? order : id.compareTo(other.id);
    }
  }

  private final Map<Key, String> texts;

  private Contents(Map<Key, String> texts) {
    this.texts = texts;
  }

  /// The records of a case. Cost: linear in its text.
  public static Contents of(Case contents) {
    Map<Key, String> texts = new TreeMap<>();
    texts.put(new Key(HEADER, HEADER), CaseWriter.text(contents.info()));
    for (CaseRecord each : contents.records()) {
      texts.put(new Key(CaseWriter.keyOf(each), each.id().value()), CaseWriter.text(each));
    }
    return new Contents(texts);
  }

  /// What has to change for these contents to become `wanted`.
  public List<Change> changesTo(Contents wanted) {
    List<Change> changes = new ArrayList<>();
    wanted.texts.forEach(
        (key, text) -> {
          String before = texts.get(key);
          if (!text.equals(before)) {
            changes.add(new Change(key.kind, key.id, before, text));
          }
        });
    texts.forEach(
        (key, text) -> {
          if (!wanted.texts.containsKey(key)) {
            changes.add(new Change(key.kind, key.id, text, null));
          }
        });
    return changes;
  }

  /// The text of one record; absent where there is none.
  @Nullable String find(String kind, String id) {
    return texts.get(new Key(kind, id));
  }

  /// Whether a change begins with what stands here.
  boolean fits(Change change) {
    return Objects.equals(find(change.kind(), change.id()), change.before());
  }

  /// The contents after some changes.
  Contents with(Iterable<Change> changes) {
    Map<Key, String> after = new TreeMap<>(texts);
    for (Change change : changes) {
      Key key = new Key(change.kind(), change.id());
      if (change.after() == null) {
        after.remove(key);
      } else {
        after.put(key, change.after());
      }
    }
    return new Contents(after);
  }

  /// Whether there is nothing.
  public boolean isEmpty() {
    return texts.isEmpty();
  }

  /// The case these records make, or what keeps them from being one. Cost: that of reading it.
  public LoadResult read() {
    return CaseReader.read(files());
  }

  /// The records as files of a case folder: one for each kind.
  public Map<String, String> files() {
    Map<String, StringBuilder> files = new LinkedHashMap<>();
    texts.forEach(
        (key, text) -> {
          StringBuilder file = files.computeIfAbsent(key.kind, kind -> new StringBuilder());
          file.append(file.isEmpty() ? key.kind + ":\n" : "\n").append(text);
        });
    Map<String, String> written = new LinkedHashMap<>();
    files.forEach((kind, text) -> written.put(kind + ".yaml", text.toString()));
    return Collections.unmodifiableMap(written);
  }
}
