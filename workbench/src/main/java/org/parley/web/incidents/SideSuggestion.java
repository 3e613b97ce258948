package org.parley.web.incidents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.party.Party;

/// Suggests which party a longer name means: "Government of Borland (2020-)" the party Borland.
///
/// A party is suggested if its name, or its short name, in any language, stands in the name as
/// whole words. Of several the longest one is, and none if two are equally long. It is never
/// applied unasked.
final class SideSuggestion {

  private static final int SHORTEST = 3;
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private record NameOfParty(String words, PartyId party) {}

  private final List<NameOfParty> names = new ArrayList<>();

  SideSuggestion(Collection<Party> parties) {
    for (Party each : parties) {
      add(each.name(), each.id());
      add(each.label(), each.id());
    }
  }

  private void add(LocalizedText name, PartyId party) {
    Stream.concat(Stream.of(name.text()), name.others().values().stream())
        .filter(each -> each.length() >= SHORTEST)
        .forEach(each -> names.add(new NameOfParty(words(each), party)));
  }

  private static String words(String name) {
    return " " + BETWEEN.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(" ").strip() + " ";
  }

  /// The party that a name suggests.
  Optional<PartyId> of(String written) {
    String whole = words(written);
    int longest = 0;
    PartyId best = null;
    boolean isClear = true;
    for (NameOfParty each : names) {
      int length = each.words.length();
      if (!whole.contains(each.words) || length < longest) {
        continue;
      }
      isClear = length > longest || (isClear && each.party.equals(best));
      longest = length;
      best = each.party;
    }
    return isClear ? Optional.ofNullable(best) : Optional.empty();
  }
}
