package org.parley.casefile;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.model.Id;
import org.parley.model.cases.Case;

/// The result of loading a case folder: a case, or every fault.
public sealed interface LoadResult {

  /// A case with the files it was read from.
  ///
  /// @param contents the case
  /// @param files the files by name, in the order in which they were read
  record Loaded(Case contents, Map<String, CaseFile> files) implements LoadResult {

    public Loaded {
      files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    /// Whether a file was read with this text.
    public boolean isIn(String file, String text) {
      String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
      CaseFile known = files.get(file);
      return known != null && known.holds(plain);
    }

    /// Where the thing with this id is declared.
    public Optional<SourceLocation> placeOf(Id id) {
      for (Map.Entry<String, CaseFile> each : files.entrySet()) {
        if (each.getValue().declared().containsKey(id.value())) {
          return Optional.of(each.getValue().placeOf(each.getKey(), id.value()));
        }
      }
      return Optional.empty();
    }

    /// The file in which an id is declared; null if there is none.
    public @Nullable String fileOf(String id) {
      return files.entrySet().stream()
          .filter(each -> each.getValue().declared().containsKey(id))
          .map(Map.Entry::getKey)
          .findFirst()
          .orElse(null);
    }

    /// The location of each declaration, by id. Cost: linear in the case.
    public Map<String, SourceLocation> places() {
      Map<String, SourceLocation> places = new HashMap<>();
      files.forEach(
          (name, file) ->
              file.declared()
                  .keySet()
                  .forEach(id -> places.putIfAbsent(id, file.placeOf(name, id))));
      return places;
    }
  }

  /// The folder does not hold a valid case.
  ///
  /// @param problems every problem found, by file and place; at least one
  /// @param unchecked a sentence for each check that was impossible because of them
  record Rejected(List<CaseProblem> problems, List<String> unchecked) implements LoadResult {
    public Rejected {
      problems = List.copyOf(problems);
      unchecked = List.copyOf(unchecked);
    }
  }
}
