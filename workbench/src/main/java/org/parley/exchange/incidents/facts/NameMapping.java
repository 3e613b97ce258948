package org.parley.exchange.incidents.facts;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.incidents.facts.IncidentReport.Named;
import org.parley.model.PartyId;
import org.parley.model.party.Party;

/// Maps the words of a file to those of a case: parties, kinds of incidents, places, provenance
/// groups.
///
/// A party is also found by its id, its name and its ISO 3166 code. Unmapped words stay unchanged;
/// an unmapped party is no party of this case, and is counted.
public final class NameMapping {

  /// The meaning of a word that means nothing of the case. Such a name is no party, and incidents
  /// of such a kind are left out of an import.
  public static final String NOTHING = "-";

  /// The category of a word.
  public enum About {
    PARTY,
    KIND,
    PLACE,
    GROUP
  }

  private final Map<About, Map<String, String>> meanings = new EnumMap<>(About.class);
  private final Map<String, PartyId> parties = new HashMap<>();
  private final TreeMap<String, Integer> unknown = new TreeMap<>();
  private final Map<About, Map<String, Integer>> met = new EnumMap<>(About.class);

  private NameMapping() {
    for (About each : About.values()) {
      meanings.put(each, new HashMap<>());
      met.put(each, new TreeMap<>());
    }
  }

  /// The parties of a case, under their own names.
  public static NameMapping of(Iterable<Party> parties) {
    NameMapping names = new NameMapping();
    for (Party each : parties) {
      names.parties.put(fold(each.id().value()), each.id());
      names.parties.put(fold(each.name().text()), each.id());
      names.parties.put(fold(each.label().text()), each.id());
      if (each.iso3166() != null) {
        names.parties.put(fold(each.iso3166()), each.id());
      }
    }
    return names;
  }

  /// These names and those of a map, with a line `ABOUT WRITTEN = MEANT` each. ABOUT is `party`,
  /// `kind`, `place` or `group`; `#` begins a comment.
  ///
  /// @throws IllegalArgumentException with the invalid line or id
  public NameMapping with(String map) {
    NameMapping result = this;
    for (Map.Entry<About, Map<String, String>> each : words(map).entrySet()) {
      result = result.with(each.getKey(), each.getValue());
    }
    return result;
  }

  /// The words of a map, with what they mean, by category.
  ///
  /// @throws IllegalArgumentException with the invalid line
  public static Map<About, Map<String, String>> words(String map) {
    Map<About, Map<String, String>> words = new EnumMap<>(About.class);
    int number = 0;
    for (String line : map.lines().toList()) {
      number++;
      String said = line.strip();
      if (said.isEmpty() || said.startsWith("#")) {
        continue;
      }
      int space = said.indexOf(' ');
      int equals = said.lastIndexOf(" = ");
      About about = space < 0 ? null : about(said.substring(0, space));
      if (about == null || equals <= space) {
        throw new UnusableRecordException(new LogRecordFault.NotAMapLine(number), said);
      }
      words
          .computeIfAbsent(about, _ -> new HashMap<>())
          .put(said.substring(space, equals).strip(), said.substring(equals + 3).strip());
    }
    return words;
  }

  /// These names and others of one category, as they are written and meant.
  ///
  /// @throws IllegalArgumentException with the invalid id
  public NameMapping with(About about, Map<String, String> words) {
    NameMapping result = copy();
    words.forEach((written, meant) -> result.put(about, written, meant));
    return result;
  }

  private NameMapping copy() {
    NameMapping result = new NameMapping();
    result.parties.putAll(parties);
    meanings.forEach((about, words) -> result.of(about).putAll(words));
    return result;
  }

  private void put(About about, String written, String meant) {
    if (about == About.PARTY && !meant.equals(NOTHING)) {
      new PartyId(meant);
    }
    of(about).put(fold(written), meant);
  }

  private static @Nullable About about(String word) {
    for (About each : About.values()) {
      if (each.name().equalsIgnoreCase(word)) {
        return each;
      }
    }
    return null;
  }

  /// Somebody with the party that is meant.
  public Named party(String written) {
    String key = fold(written);
    String mapped = of(About.PARTY).get(key);
    PartyId party =
        mapped == null ? parties.get(key) : mapped.equals(NOTHING) ? null : new PartyId(mapped);
    count(About.PARTY, written);
    if (party == null) {
      unknown.merge(written, 1, Integer::sum);
    }
    return new Named(written, party);
  }

  /// The meaning of a word; itself if unmapped.
  public String meaning(About about, String written) {
    return find(about, written).orElse(written);
  }

  /// The meaning of a mapped word.
  public Optional<String> find(About about, String written) {
    count(about, written);
    return Optional.ofNullable(of(about).get(fold(written)));
  }

  /// Names that are no party of the case, with how often each was met.
  public Map<String, Integer> unknown() {
    return new TreeMap<>(unknown);
  }

  /// Every word of a category that was met, with how often.
  public Map<String, Integer> met(About about) {
    return new TreeMap<>(met.getOrDefault(about, Map.of()));
  }

  private void count(About about, String written) {
    Map<String, Integer> counts = met.get(about);
    if (counts != null && !written.isBlank()) {
      counts.merge(written.strip(), 1, Integer::sum);
    }
  }

  private Map<String, String> of(About about) {
    return meanings.getOrDefault(about, Map.of());
  }

  private static String fold(String word) {
    return word.strip().toLowerCase(Locale.ROOT);
  }
}
