package org.parley.casefile;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A file of a case as it was read: the digest of its text, and the ids that it declares.
///
/// @param digest the SHA-256 of its text in UTF-8, without a byte order mark
/// @param hasHeader whether the header of the case is in it
/// @param declared its declarations, by id
public record CaseFile(String digest, boolean hasHeader, Map<String, DeclaredId> declared) {

  /// The declaration of an id.
  ///
  /// @param kind the type of the id
  /// @param line the line, from 1
  /// @param column the column in Unicode code points, from 1
  public record DeclaredId(Class<?> kind, int line, int column) {}

  public CaseFile {
    declared = Collections.unmodifiableMap(declared);
  }

  static CaseFile of(String text, boolean hasHeader, List<FileRecords.Declared> declared) {
    Map<String, DeclaredId> ids = HashMap.newHashMap(declared.size());
    for (FileRecords.Declared each : declared) {
      SourceLocation place = each.place();
      ids.putIfAbsent(each.id(), new DeclaredId(each.type(), place.line(), place.column()));
    }
    return new CaseFile(Loader.digest(text), hasHeader, ids);
  }

  /// Where an id is declared in it.
  ///
  /// @param name the name of this file
  SourceLocation placeOf(String name, String id) {
    DeclaredId at = Objects.requireNonNull(declared.get(id));
    return new SourceLocation(name, at.line(), at.column());
  }
}
