package org.parley.provision;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.party.Party;

/// The parties by the names that a text may give them: id, name or short name in any language.
/// Case, signs and a leading "the" do not count.
public final class HolderNames {

  private final Map<String, PartyId> parties = new HashMap<>();

  private HolderNames() {}

  public static HolderNames of(List<Party> parties) {
    HolderNames names = new HolderNames();
    for (Party each : parties) {
      Stream.of(Stream.of(each.id().value()), names(each.name()), names(each.shortName()))
          .flatMap(it -> it)
          .forEach(name -> names.parties.putIfAbsent(folded(name), each.id()));
    }
    return names;
  }

  /// The party of a name; empty for none on record.
  public Optional<PartyId> find(String name) {
    return Optional.ofNullable(parties.get(folded(name)));
  }

  private static Stream<String> names(@Nullable LocalizedText text) {
    return text == null
        ? Stream.empty()
        : Stream.concat(Stream.of(text.text()), text.others().values().stream());
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("^the |[^\\p{L}\\p{N}]", "");
  }
}
