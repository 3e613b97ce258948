package org.parley.reading.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.reading.language.Lexicon;
import org.parley.reading.people.Countries;

/// The names of a case: of its parties, of what is negotiated, and of the people on record. Made
/// once for a state of the case, and used for all its texts. Thread-safe.
public final class KnownNames {

  private record InLanguage(PartyFinder parties, SubjectFinder subjects) {}

  private final CaseView view;
  private final Map<String, InLanguage> languages = new ConcurrentHashMap<>();
  private final Map<String, RecordedPeople> people = new ConcurrentHashMap<>();

  /// The claims on record by the last name of their speaker, as folded.
  private final Map<String, List<Claim>> byLastName = new HashMap<>();

  private final FoldedNames folded;

  public KnownNames(CaseView view) {
    this(view, new FoldedNames());
  }

  /// The names of a case after a change. Words that were folded before are not folded again.
  public KnownNames(CaseView view, KnownNames before) {
    this(view, before.folded);
  }

  private KnownNames(CaseView view, FoldedNames folded) {
    this.view = view;
    this.folded = folded;
    for (Claim each : view.claims()) {
      byLastName.computeIfAbsent(folded.lastName(each.speaker()), _ -> new ArrayList<>()).add(each);
    }
  }

  CaseView view() {
    return view;
  }

  PartyFinder parties(String language) {
    return in(language).parties;
  }

  SubjectFinder subjects(String language) {
    return in(language).subjects;
  }

  private InLanguage in(String language) {
    return languages.computeIfAbsent(language, this::made);
  }

  private InLanguage made(String language) {
    CaseView said = view.in(language);
    PartyFinder parties = new PartyFinder(said, Countries.serving(language), folded);
    return new InLanguage(
        parties, new SubjectFinder(said, parties, Lexicon.serving(language), folded));
  }

  /// The people on record by their offices, for a text in this language.
  public RecordedPeople people(String language) {
    return people.computeIfAbsent(
        Lexicon.serving(language), each -> new RecordedPeople(view, each, folded));
  }

  /// The speaker on record with the last name of this one.
  Optional<String> speaker(String name) {
    return claimsBy(FoldedName.lastName(name)).stream().map(Claim::speaker).findFirst();
  }

  /// The claims on record whose speaker has this last name, as folded, in their order.
  List<Claim> claimsBy(String last) {
    return byLastName.getOrDefault(last, List.of());
  }
}
