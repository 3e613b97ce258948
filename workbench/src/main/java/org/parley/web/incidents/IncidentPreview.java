package org.parley.web.incidents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.casefile.CaseEdit;
import org.parley.exchange.incidents.FileTally;
import org.parley.exchange.incidents.SkippedLines;
import org.parley.exchange.incidents.facts.NameMapping;
import org.parley.exchange.incidents.facts.NameMapping.About;
import org.parley.exchange.incidents.records.ImportedIncidents;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.web.view.OpenCase;

/// The records that a file of incidents would add to a case, and their consequences.
///
/// @param open the case it would be added to
/// @param choices what was chosen
/// @param asksDays whether it is asked, or was said, if the day or the month comes first
/// @param tally the counts of the file
/// @param faults the first lines that were set aside, with the reason
/// @param asides how many records were set aside
/// @param added what would be added
/// @param after the case with it
/// @param fired what would follow
/// @param met the words of the file by category, with how often each was met
/// @param plain the parties of the case under their own names
public record IncidentPreview(
    OpenCase open,
    ImportChoices choices,
    boolean asksDays,
    FileTally tally,
    List<SkippedLines> faults,
    long asides,
    ImportedIncidents added,
    CaseView after,
    FiredDuties fired,
    Map<About, Map<String, Integer>> met,
    NameMapping plain) {

  /// The most incidents that one import adds.
  public static final int MOST_INCIDENTS = 100_000;

  public IncidentPreview {
    faults = List.copyOf(faults);
    met = Map.copyOf(met);
  }

  /// Whether it can be saved as it is.
  public boolean canBeSaved() {
    return !added.entries().isEmpty() && !isTooMuch();
  }

  /// Whether it is more than one import adds.
  public boolean isTooMuch() {
    return added.incidents().size() > MOST_INCIDENTS;
  }

  /// The changes of the case.
  public List<CaseEdit> edits() {
    List<CaseEdit> edits = new ArrayList<>();
    for (CaseRecord each : added.records()) {
      edits.add(new CaseEdit.Add(each, null));
    }
    return edits;
  }

  /// Whether other choices say the same, for any readers.
  public boolean isShownBy(ImportChoices other) {
    return met.entrySet().stream()
            .allMatch(
                each ->
                    each.getValue().keySet().stream()
                        .allMatch(
                            word ->
                                meaning(choices, each.getKey(), word)
                                    .equals(meaning(other, each.getKey(), word))))
        && choices.scopeTyped().equals(other.scopeTyped());
  }

  private String meaning(ImportChoices by, About about, String word) {
    String chosen = by.meaning(about, word);
    if (about != About.PARTY || !chosen.isEmpty()) {
      return chosen;
    }
    PartyId party = plain.party(word).party();
    return party == null ? NameMapping.NOTHING : party.value();
  }

  /// The party that a name means now: as it was chosen, or by its own names.
  public Optional<PartyId> partyOf(String written) {
    String meant = meaning(choices, About.PARTY, written);
    return meant.equals(NameMapping.NOTHING) ? Optional.empty() : Optional.of(new PartyId(meant));
  }

  /// The party that a name suggests, and does not mean yet.
  public Map<String, String> suggestions() {
    SideSuggestion suggestion = new SideSuggestion(open.view().parties());
    return met.getOrDefault(About.PARTY, Map.of()).keySet().stream()
        .filter(each -> choices.meaning(About.PARTY, each).isEmpty() && partyOf(each).isEmpty())
        .filter(each -> suggestion.of(each).isPresent())
        .collect(Collectors.toMap(each -> each, each -> suggestion.of(each).orElseThrow().value()));
  }

  /// The kinds of incidents that guarantees of the case name.
  public Set<String> kinds() {
    return PatternWords.of(open.view()).kinds();
  }

  /// The places that guarantees of the case name.
  public Set<String> places() {
    return PatternWords.of(open.view()).places();
  }
}
