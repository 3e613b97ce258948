package org.parley.reading.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.model.party.Party;
import org.parley.reading.Speaker;
import org.parley.reading.people.Countries;

/// Finds the parties of a case in words: by name, adjective, capital, or a speaker on record.
final class PartyFinder {

  private final Map<String, PartyId> byWords = new HashMap<>();
  private final Map<String, PartyId> bySpeaker = new HashMap<>();
  private static final Pattern JOINT = Pattern.compile("\\band\\b|,");

  private int longest = 1;

  PartyFinder(CaseView view, String language, FoldedNames folded) {
    Countries countries = Countries.of(language);
    for (Party party : view.parties()) {
      put(party.name(), party.id());
      put(party.label(), party.id());
      if (party.iso3166() != null) {
        countries
            .withCode(party.iso3166())
            .ifPresent(
                country -> {
                  country.names().forEach(word -> put(word, party.id()));
                  country.adjectives().forEach(word -> put(word, party.id()));
                  country.adjectives().forEach(word -> put(word + "s", party.id()));
                  country.seats().forEach(word -> put(word, party.id()));
                });
      }
    }
    for (Claim claim : view.claims()) {
      if (!claim.jointly().isEmpty()) {
        continue;
      }
      bySpeaker.putIfAbsent(folded.lastName(claim.speaker()), claim.party());
    }
  }

  private void put(LocalizedText name, PartyId party) {
    put(name.text(), party);
    name.others().values().forEach(each -> put(each, party));
  }

  private void put(String words, PartyId party) {
    List<String> folded = FoldedName.words(words);
    longest = Math.max(longest, folded.size());
    byWords.putIfAbsent(String.join(" ", folded), party);
    if (folded.size() == 1 && folded.getFirst().length() > 4 && folded.getFirst().endsWith("e")) {
      byWords.putIfAbsent(folded.getFirst() + "an", party);
      byWords.putIfAbsent(folded.getFirst() + "ans", party);
      byWords.putIfAbsent(
          folded.getFirst().substring(0, folded.getFirst().length() - 1) + "an", party);
    }
  }

  /// Every party that the words name, in the order of the words.
  List<PartyId> in(String words) {
    List<String> folded = FoldedName.words(words);
    Set<PartyId> found = new LinkedHashSet<>();
    int at = 0;
    while (at < folded.size()) {
      int length = Math.min(longest, folded.size() - at);
      PartyId party = null;
      while (length > 0 && party == null) {
        party = byWords.get(String.join(" ", folded.subList(at, at + length)));
        length -= party == null ? 1 : 0;
      }
      if (party != null && isNamed(words, folded.get(at))) {
        found.add(party);
      }
      at += Math.max(1, length);
    }
    return new ArrayList<>(found);
  }

  /// Short names match only in capitals: "us" is not the United States.
  private static boolean isNamed(String words, String first) {
    return first.length() > 3
        || FoldedName.withoutPoints(words).contains(first.toUpperCase(java.util.Locale.ROOT));
  }

  /// The party a speaker speaks for.
  ///
  /// @param article the whole text, for other mentions of the speaker
  Optional<PartyId> of(Speaker speaker, String article) {
    PartyId known = bySpeaker.get(FoldedName.lastName(speaker.name()));
    if (known != null) {
      return Optional.of(known);
    }
    String office = speaker.office();
    List<PartyId> named = office == null ? List.of() : in(office);
    if (named.isEmpty()) {
      named = in(speaker.name());
    }
    if (named.isEmpty() && speaker.isNamed()) {
      named = in(around(article, speaker.name()));
      return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }
    return named.stream().findFirst();
  }

  /// The parties of a joint speaker, "the Government and the FARC", in the order of the words;
  /// empty for a speaker of one party.
  List<PartyId> jointly(Speaker speaker) {
    List<PartyId> named =
        JOINT.matcher(speaker.name()).find()
                && !bySpeaker.containsKey(FoldedName.lastName(speaker.name()))
            ? in(speaker.name())
            : List.of();
    return named.size() > 1 ? named : List.of();
  }

  /// The words before the first mention of a name in its sentence.
  private static String around(String article, String name) {
    int at = article.indexOf(name);
    int from = Math.max(article.lastIndexOf(". ", at), article.lastIndexOf('\n', at));
    return at < 0 ? "" : article.substring(Math.max(0, from), at);
  }
}
