package org.parley.casefile.start;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The templates that cases are created from: the built-in ones, then those of an institution. One
/// is found by its name alone, which is never a path.
///
/// @param own those of the institution, by name
public record CaseTemplates(List<FolderTemplate> own) {

  /// The built-in templates alone.
  public static final CaseTemplates BUILT_IN = new CaseTemplates(List.of());

  public CaseTemplates {
    own = List.copyOf(own);
  }

  /// All of them, in the order in which they are listed.
  public List<CaseTemplate> list() {
    return Stream.<CaseTemplate>concat(Stream.of(BuiltInTemplate.values()), own.stream()).toList();
  }

  /// The template of a name.
  public Optional<CaseTemplate> find(String word) {
    return list().stream().filter(each -> each.word().equals(word)).findFirst();
  }
}
