package org.parley.casefile;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.shape.Kinds;
import org.parley.casefile.yaml.ListedText;
import org.parley.casefile.yaml.Node;
import org.parley.casefile.yaml.Node.Mapping;
import org.parley.casefile.yaml.Node.Sequence;

/// A file of a case as it was read: its text, or the digest of it, and the ids that it declares.
/// Files are equal if their digests and ids are.
public final class CaseFile {

  private final @Nullable ListedText text;
  private volatile @Nullable String digest;
  private final TopKeys keys;
  private final Map<String, DeclaredId> declared;

  /// The declaration of an id.
  ///
  /// @param kind the type of the id
  /// @param line the line, from 1
  /// @param column the column in Unicode code points, from 1
  public record DeclaredId(Class<?> kind, int line, int column) {

    DeclaredId below(int lines) {
      return lines == 0 ? this : new DeclaredId(kind, line + lines, column);
    }
  }

  /// The keys at the top of a file.
  ///
  /// @param all all of them
  /// @param lists those with a list
  private record TopKeys(Set<String> all, Set<String> lists) {

    static TopKeys of(@Nullable Node root) {
      Set<String> all = new HashSet<>();
      Set<String> lists = new HashSet<>();
      if (root instanceof Mapping top) {
        for (Node.Entry each : top.entries()) {
          all.add(each.key().value());
          if (each.value() instanceof Sequence) {
            lists.add(each.key().value());
          }
        }
      }
      return new TopKeys(Set.copyOf(all), Set.copyOf(lists));
    }
  }

  private CaseFile(
      @Nullable ListedText text,
      @Nullable String digest,
      TopKeys keys,
      Map<String, DeclaredId> declared) {
    this.text = text;
    this.digest = digest;
    this.keys = keys;
    this.declared = Collections.unmodifiableMap(declared);
  }

  static CaseFile of(String text, @Nullable Node root, List<FileRecords.Declared> declared) {
    return new CaseFile(null, Loader.digest(text), TopKeys.of(root), ids(declared));
  }

  /// A file that was written.
  static CaseFile of(ListedText text, Map<String, DeclaredId> declared) {
    return new CaseFile(text, null, TopKeys.of(text.root()), declared);
  }

  static Map<String, DeclaredId> ids(List<FileRecords.Declared> declared) {
    Map<String, DeclaredId> ids = HashMap.newHashMap(declared.size());
    for (FileRecords.Declared each : declared) {
      SourceLocation place = each.place();
      ids.putIfAbsent(each.id(), new DeclaredId(each.type(), place.line(), place.column()));
    }
    return ids;
  }

  /// The same without its text.
  CaseFile withoutText() {
    return text == null ? this : new CaseFile(null, digest(), keys, declared);
  }

  /// Its text, if a recent edit wrote it; null if only its digest is known.
  public @Nullable ListedText text() {
    return text;
  }

  /// The SHA-256 of its text in UTF-8, without a byte order mark.
  public String digest() {
    String known = digest;
    if (known == null) {
      known = Loader.digest(Objects.requireNonNull(text).text());
      digest = known;
    }
    return known;
  }

  /// Whether this is its text.
  boolean holds(String other) {
    return text != null ? text.text().equals(other) : digest().equals(Loader.digest(other));
  }

  /// Whether the header of the case is in it.
  public boolean hasHeader() {
    return keys.all.contains(Kinds.HEADER);
  }

  /// Whether it has a list of such records.
  public boolean takes(String key) {
    return keys.lists.contains(key);
  }

  /// Its declarations, by id.
  public Map<String, DeclaredId> declared() {
    return declared;
  }

  /// Where an id is declared in it.
  ///
  /// @param name the name of this file
  SourceLocation placeOf(String name, String id) {
    DeclaredId at = Objects.requireNonNull(declared.get(id));
    return new SourceLocation(name, at.line(), at.column());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CaseFile that
        && keys.equals(that.keys)
        && declared.equals(that.declared)
        && digest().equals(that.digest());
  }

  @Override
  public int hashCode() {
    return digest().hashCode();
  }

  @Override
  public String toString() {
    return "CaseFile[" + digest() + ", " + declared + "]";
  }
}
