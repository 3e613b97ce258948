package org.parley.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseFiles;
import org.parley.casefile.CaseFormat;
import org.parley.casefile.CaseReader;
import org.parley.casefile.CaseWriter;
import org.parley.casefile.LoadResult;
import org.parley.casefile.yaml.QuotedKeys;
import org.parley.model.CaseRecord;
import org.parley.model.cases.Case;
import org.parley.model.checks.SetAside;

/// The records of a case as texts. Immutable.
public final class Contents {

  /// The kind and the id of the header.
  public static final String HEADER = "case";

  /// A file that exceeds this is continued in another; well below the limit for one file.
  private static final int FILE_LENGTH = 4 << 20;

  /// No case yet.
  static final Contents NONE = new Contents(Map.of());

  /// Which record.
  record Key(String kind, String id) implements Comparable<Key> {

    boolean isHeader() {
      return kind.equals(HEADER);
    }

    @Override
    public int compareTo(Key other) {
      int order = kind.compareTo(other.kind);
      return order != 0 ? order : id.compareTo(other.id);
    }
  }

  /// Below this many changes, folding does not pay.
  private static final int FEW = 64;

  private final Map<Key, String> texts;

  /// The changes since: the new text, or empty for a removed record. Folded once they exceed the
  /// square root of `texts`, so that a million changes do not cost a quadratic sum.
  private final Map<Key, Optional<String>> changed;

  private Contents(Map<Key, String> texts) {
    this(texts, Map.of());
  }

  private Contents(Map<Key, String> texts, Map<Key, Optional<String>> changed) {
    this.texts = texts;
    this.changed = changed;
  }

  /// Every text, with what has changed folded in.
  private Map<Key, String> all() {
    if (changed.isEmpty()) {
      return texts;
    }
    Map<Key, String> all = new TreeMap<>(texts);
    changed.forEach(
        (key, text) -> text.ifPresentOrElse(now -> all.put(key, now), () -> all.remove(key)));
    return all;
  }

  /// The records of a case. Cost: linear in its text.
  public static Contents of(Case contents) {
    Map<Key, String> texts = new TreeMap<>();
    texts.put(new Key(HEADER, HEADER), CaseWriter.text(contents.info()));
    contents.whole().forEach(each -> texts.put(keyOf(each), CaseWriter.text(each)));
    return new Contents(texts);
  }

  private static Key keyOf(CaseRecord record) {
    return new Key(CaseWriter.keyOf(record), record.id().value());
  }

  /// These, and more records.
  Contents with(Collection<CaseRecord> more) {
    Map<Key, String> texts = new TreeMap<>(all());
    more.forEach(each -> texts.put(keyOf(each), CaseWriter.text(each)));
    return new Contents(texts);
  }

  /// The records of a case that are set aside, and the parts of others.
  static Contents ofSetAside(Case contents) {
    return NONE.with(SetAside.alone(contents.setAside()));
  }

  /// These, without what is set aside in their case.
  private Contents withoutSetAside(Case contents) {
    Map<Key, String> texts = new TreeMap<>(all());
    for (SetAside each : contents.setAside()) {
      CaseRecord record = each.record();
      Key key = keyOf(record);
      contents
          .find(record.id().value())
          .filter(counting -> keyOf(counting).equals(key))
          .ifPresentOrElse(
              counting -> texts.put(key, CaseWriter.text(counting)), () -> texts.remove(key));
    }
    return new Contents(texts);
  }

  /// The records as files of a case folder, with those set aside in their own folder.
  ///
  /// @param made the case that these records make
  public Map<String, String> filesWithSetAside(Case made) {
    Map<String, String> files = new LinkedHashMap<>(withoutSetAside(made).files());
    ofSetAside(made)
        .files()
        .forEach((name, text) -> files.put(CaseFiles.SET_ASIDE + "/" + name, text));
    return Collections.unmodifiableMap(files);
  }

  /// The changes from these contents to `wanted`.
  public List<Change> changesTo(Contents wanted) {
    if (equals(wanted)) {
      return List.of();
    }
    List<Change> changes = new ArrayList<>();
    Map<Key, String> have = all();
    Map<Key, String> want = wanted.all();
    want.forEach(
        (key, text) -> {
          String before = have.get(key);
          if (!text.equals(before)) {
            changes.add(new Change(key.kind, key.id, before, text));
          }
        });
    have.forEach(
        (key, text) -> {
          if (!want.containsKey(key)) {
            changes.add(new Change(key.kind, key.id, text, null));
          }
        });
    return changes;
  }

  /// The changes from these contents to those of another case. Only records that differ are written
  /// as text.
  ///
  /// @param own the case of these contents
  List<Change> changesTo(Case own, Case wanted) {
    if (!own.setAside().isEmpty() || !wanted.setAside().isEmpty()) {
      return changesTo(of(wanted));
    }
    Map<Key, @Nullable String> then = new TreeMap<>();
    if (!own.info().equals(wanted.info())) {
      then.put(new Key(HEADER, HEADER), CaseWriter.text(wanted.info()));
    }
    for (Case.RecordDifference each : own.differencesTo(wanted)) {
      CaseRecord before = each.before();
      CaseRecord after = each.after();
      if (before != null) {
        then.put(keyOf(before), null);
      }
      if (after != null) {
        then.put(keyOf(after), CaseWriter.text(after));
      }
    }
    List<Change> changes = new ArrayList<>();
    List<Change> removals = new ArrayList<>();
    then.forEach(
        (key, text) -> {
          String before = find(key.kind, key.id);
          if (!Objects.equals(before, text)) {
            (text == null ? removals : changes).add(new Change(key.kind, key.id, before, text));
          }
        });
    changes.addAll(removals);
    return changes;
  }

  /// These contents after some changes.
  Contents after(List<Change> changes) {
    Playing playing = new Playing(this);
    changes.forEach(playing::play);
    return playing.contents();
  }

  /// Whether these are the same texts.
  boolean isSame(Contents other) {
    return equals(other) || all().equals(other.all());
  }

  /// The ids of all records.
  List<String> ids() {
    return all().keySet().stream().filter(key -> !key.isHeader()).map(Key::id).toList();
  }

  /// The keys of all records, the header among them.
  Set<Key> keys() {
    return all().keySet();
  }

  /// The text of one record; null if there is none.
  public @Nullable String find(String kind, String id) {
    Key key = new Key(kind, id);
    Optional<String> now = changed.get(key);
    return now != null ? now.orElse(null) : texts.get(key);
  }

  /// Whether a change begins with what stands here.
  boolean fits(Change change) {
    return Objects.equals(find(change.kind(), change.id()), change.before());
  }

  /// Replays changes in order. Holds only the last text of each record, however many changes led to
  /// it.
  static final class Playing {

    private final Contents from;
    private final Map<Key, Optional<String>> changed;
    private final Set<Key> played = new HashSet<>();

    Playing(Contents from) {
      this.from = from;
      this.changed = new HashMap<>(from.changed);
    }

    void play(Change change) {
      Key key = new Key(change.kind(), change.id());
      changed.put(key, Optional.ofNullable(change.after()));
      played.add(key);
    }

    /// The records that were changed.
    Set<Key> played() {
      return played;
    }

    Contents contents() {
      long size = changed.size();
      boolean few = size <= FEW || size * size <= from.texts.size();
      return few
          ? new Contents(from.texts, Map.copyOf(changed))
          : new Contents(new Contents(from.texts, changed).all());
    }
  }

  /// Goes back over entries: the texts before the first of each record. Holds one text of a record.
  static final class Reverting {

    private final Contents now;
    private final Playing back;
    private final Map<Key, Optional<String>> last = new HashMap<>();
    private boolean isGapless = true;

    /// @param now the contents after the entries
    Reverting(Contents now) {
      this.now = now;
      this.back = new Playing(now);
    }

    /// Takes the next entry, from the earliest to the latest.
    void look(Change change) {
      Key key = new Key(change.kind(), change.id());
      Optional<String> before = last.put(key, Optional.ofNullable(change.after()));
      if (before == null) {
        back.play(change.inverse());
      } else {
        isGapless &= before.equals(Optional.ofNullable(change.before()));
      }
    }

    /// The contents before them; empty unless each entry begins with what the one before left, and
    /// the last left what is there now.
    Optional<Playing> before() {
      boolean leads =
          last.entrySet().stream()
              .allMatch(
                  each ->
                      Objects.equals(
                          now.find(each.getKey().kind, each.getKey().id),
                          each.getValue().orElse(null)));
      return isGapless && leads ? Optional.of(back) : Optional.empty();
    }
  }

  /// Finds the last entry with the same records as some contents.
  static final class Matching {

    private final Map<Key, String> wanted;
    private final Set<Key> differing;
    private OptionalLong last = OptionalLong.empty();

    Matching(Contents wanted) {
      this.wanted = wanted.all();
      this.differing = new HashSet<>(this.wanted.keySet());
    }

    void look(Entry entry) {
      Key key = new Key(entry.change().kind(), entry.change().id());
      if (Objects.equals(entry.change().after(), wanted.get(key))) {
        differing.remove(key);
      } else {
        differing.add(key);
      }
      if (differing.isEmpty()) {
        last = OptionalLong.of(entry.number());
      }
    }

    OptionalLong last() {
      return last;
    }
  }

  /// Whether there is nothing.
  public boolean isEmpty() {
    return all().isEmpty();
  }

  /// The case of these records, with non-fitting hidden ones set aside, or the violations. Cost:
  /// that of parsing it.
  public LoadResult read() {
    return CaseReader.settle(files());
  }

  /// The records as files of a case folder: one per kind, or several if one grew too long.
  public Map<String, String> files() {
    Map<String, StringBuilder> files = new LinkedHashMap<>();
    Map<String, Integer> numbers = new HashMap<>();
    all()
        .forEach(
            (key, text) -> {
              String name = fileName(key.kind, numbers.getOrDefault(key.kind, 1));
              StringBuilder file = files.computeIfAbsent(name, _ -> new StringBuilder());
              file.append(file.isEmpty() ? key.kind + ":\n" : "\n")
                  .append(key.kind.equals(HEADER) ? CaseFormat.stated(text) : text);
              if (file.length() > FILE_LENGTH) {
                numbers.merge(key.kind, 2, (before, _) -> before + 1);
              }
            });
    Map<String, String> written = new LinkedHashMap<>();
    files.forEach((name, text) -> written.put(name, QuotedKeys.in(text.toString())));
    return Collections.unmodifiableMap(written);
  }

  private static String fileName(String kind, int number) {
    return number == 1 ? kind + ".yaml" : kind + "-" + number + ".yaml";
  }
}
