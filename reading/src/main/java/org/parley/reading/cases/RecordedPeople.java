package org.parley.reading.cases;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.reading.people.Countries;

/// The people on record by their offices: "the Kremlin aide" or "the Ukrainian president" is the
/// speaker whose recorded office has all these words. Two such speakers are nobody.
public final class RecordedPeople {

  private static final Set<String> SMALL =
      Set.of("the", "a", "an", "of", "for", "in", "to", "and", "s", "former", "one");

  private final Countries countries;
  private final Map<String, Set<String>> offices = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  /// Who holds an office for a party, by the last name as folded.
  private record Holder(String last, String office, PartyId party) {}

  public RecordedPeople(CaseView view, String language) {
    this(view, language, new FoldedNames());
  }

  RecordedPeople(CaseView view, String language, FoldedNames folded) {
    countries = Countries.of(language);
    Set<Holder> seen = new HashSet<>();
    for (Claim each : view.claims()) {
      String office = each.office();
      if (office != null) {
        String last = folded.lastName(each.speaker());
        if (!seen.add(new Holder(last, office, each.party()))) {
          continue;
        }
        names.putIfAbsent(last, each.speaker());
        Set<String> known = offices.computeIfAbsent(last, _ -> new HashSet<>());
        known.addAll(words(office));
        String country = view.get(each.party()).iso3166();
        if (country != null) {
          known.add(country);
        }
      }
    }
  }

  /// The speaker that a description means; empty if none or several fit.
  public Optional<String> find(String description) {
    Set<String> wanted = words(description);
    if (wanted.size() < 2) {
      return Optional.empty();
    }
    Optional<String> found = Optional.empty();
    for (Map.Entry<String, Set<String>> each : offices.entrySet()) {
      if (each.getValue().containsAll(wanted)) {
        if (found.isPresent()) {
          return Optional.empty();
        }
        found = Optional.ofNullable(names.get(each.getKey()));
      }
    }
    return found;
  }

  private Set<String> words(String text) {
    Set<String> all = new HashSet<>();
    for (String word : FoldedName.withoutPoints(text).split("[^\\p{L}\\p{N}]+")) {
      String plain = FoldedName.stem(FoldedName.plain(word));
      if (!word.isEmpty() && !SMALL.contains(plain)) {
        all.add(
            countries
                .find(word)
                .filter(_ -> Character.isUpperCase(word.codePointAt(0)))
                .map(Countries.Country::iso3)
                .orElse(plain));
      }
    }
    return all;
  }
}
