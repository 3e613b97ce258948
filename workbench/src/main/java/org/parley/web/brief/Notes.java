package org.parley.web.brief;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.model.Id;
import org.parley.model.cases.CaseView;
import org.parley.model.source.Source;
import org.parley.model.source.SourceId;
import org.parley.web.view.Evidence;

/// The sources a briefing leans on, numbered in the order in which they are first cited. Filled
/// while the briefing is printed, from the first page to the last.
public final class Notes {

  /// A numbered source.
  public record Note(int number, Source source) {}

  private static final int BEST = 2;

  private final CaseView view;
  private final Map<SourceId, Note> cited = new LinkedHashMap<>();
  private int listed;

  Notes(CaseView view) {
    this.view = view;
  }

  /// The numbers of sources, assigned on first use.
  public List<Integer> cite(Collection<SourceId> sources) {
    List<Integer> numbers = new ArrayList<>();
    for (SourceId id : sources) {
      Note note = cited.computeIfAbsent(id, _ -> new Note(cited.size() + 1, view.get(id)));
      numbers.add(note.number());
    }
    return List.copyOf(numbers);
  }

  /// The numbers of the sources of claims, acts and whatever else a line rests on.
  public List<Integer> citeAll(Collection<? extends Id> evidence) {
    return cite(sourcesOf(evidence));
  }

  /// The numbers of the two most reliable of these, for narrow space.
  public List<Integer> citeBest(Collection<? extends Id> evidence) {
    return citeBestOf(sourcesOf(evidence));
  }

  /// The numbers of the two most reliable of these sources.
  public List<Integer> citeBestOf(Collection<SourceId> sources) {
    return cite(
        sources.stream()
            .sorted(Comparator.comparing((SourceId id) -> view.get(id).reliability()))
            .limit(BEST)
            .toList());
  }

  private List<SourceId> sourcesOf(Collection<? extends Id> evidence) {
    return evidence.stream().flatMap(id -> Evidence.sources(view, id).stream()).distinct().toList();
  }

  /// The sources cited since the last call: the footnotes of the text in between.
  public List<Note> sinceLast() {
    List<Note> all = List.copyOf(cited.values());
    List<Note> fresh = all.subList(listed, all.size());
    listed = all.size();
    return fresh;
  }

  /// Every source cited, by number.
  public List<Note> all() {
    return List.copyOf(cited.values());
  }
}
