package org.parley.model.checks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.model.CaseRecord;

/// The consequences of removing records: what falls with them, and what stays with fewer
/// references.
///
/// Built in time linear in the records; each query is linear in the records that refer to what
/// falls.
public final class Removal {

  private final Map<String, CaseRecord> records = new LinkedHashMap<>();

  /// By id, the records that refer to it.
  private final Map<String, List<CaseRecord>> referring = new HashMap<>();

  private Removal(Collection<? extends CaseRecord> all) {
    for (CaseRecord each : all) {
      records.put(each.id().value(), each);
      for (References.Mention mention : References.of((Record) each)) {
        if (!mention.declares()) {
          List<CaseRecord> those =
              referring.computeIfAbsent(mention.id().value(), _ -> new ArrayList<>());
          if (those.isEmpty() || !those.getLast().equals(each)) {
            those.add(each);
          }
        }
      }
    }
  }

  /// Prepares the removal of some of these records.
  public static Removal from(Collection<? extends CaseRecord> all) {
    return new Removal(all);
  }

  /// The effect of a removal.
  ///
  /// @param gone the ids of the records that fall, those removed included
  /// @param changed by id, the records that stay with fewer references
  public record Effect(Set<String> gone, Map<String, CaseRecord> changed) {
    public Effect {
      gone = Set.copyOf(gone);
      changed = Map.copyOf(changed);
    }
  }

  /// The record of an id, if there is one.
  public Optional<CaseRecord> find(String id) {
    return Optional.ofNullable(records.get(id));
  }

  /// Whether a record that is not among these refers to an id.
  public boolean isNamedBesides(String id, Set<String> these) {
    return referring.getOrDefault(id, List.of()).stream()
        .anyMatch(each -> !these.contains(each.id().value()));
  }

  /// The effect if the records of these ids are removed.
  public Effect effect(Collection<String> ids) {
    Map<String, CaseRecord> changed = new HashMap<>();
    Set<String> gone = new HashSet<>(ids);
    Deque<String> open = new ArrayDeque<>(gone);
    while (!open.isEmpty()) {
      for (CaseRecord record : referring.getOrDefault(open.removeFirst(), List.of())) {
        String id = record.id().value();
        if (gone.contains(id)) {
          continue;
        }
        Optional<Record> left = Pruning.of((Record) record, gone);
        if (left.isPresent()) {
          changed.put(id, (CaseRecord) left.get());
        } else {
          gone.add(id);
          open.add(id);
        }
      }
    }
    changed.keySet().removeAll(gone);
    return new Effect(gone, changed);
  }

  /// The records that are left.
  public List<CaseRecord> left(Effect effect) {
    List<CaseRecord> kept = new ArrayList<>(records.size());
    records.forEach(
        (id, record) -> {
          if (!effect.gone.contains(id)) {
            kept.add(effect.changed.getOrDefault(id, record));
          }
        });
    return kept;
  }
}
