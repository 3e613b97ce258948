package org.parley.casefile.form;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.Visibility;

/// Visibilities in the form of a case file.
public final class FormVisibility {

  /// The key that holds the visibility of a record.
  public static final String KEY = "visibility";

  /// The word and the key of one party.
  public static final String ONE = "party";

  /// The word and the key of some parties.
  public static final String SOME = "parties";

  private FormVisibility() {}

  /// The form value of a visibility; null for public, the default.
  public static @Nullable FormValue of(Visibility visibility) {
    return switch (visibility) {
      case Visibility.Public _ -> null;
      case Visibility.Delegations _, Visibility.Mediator _ -> new FormValue.Words(word(visibility));
      case Visibility.Party(PartyId party) ->
          new FormValue.Keys(List.of(new FormValue.Entry(ONE, new FormValue.Words(party.value()))));
      case Visibility.Parties(List<PartyId> parties) ->
          new FormValue.Keys(
              List.of(
                  new FormValue.Entry(
                      SOME,
                      new FormValue.Rows(
                          parties.stream()
                              .<FormValue>map(each -> new FormValue.Words(each.value()))
                              .toList()))));
    };
  }

  /// The word of each form: `public`, `delegations`, `parties`, `party`, `mediator`.
  public static String word(Visibility visibility) {
    return switch (visibility) {
      case Visibility.Public _ -> "public";
      case Visibility.Delegations _ -> "delegations";
      case Visibility.Parties _ -> SOME;
      case Visibility.Party _ -> ONE;
      case Visibility.Mediator _ -> "mediator";
    };
  }

  /// The visibility of a form value; empty if it is invalid.
  public static Optional<Visibility> find(@Nullable FormValue written) {
    return switch (written) {
      case null -> Optional.of(new Visibility.Public());
      case FormValue.Words(String text) -> find(text, "");
      case FormValue.Keys keys -> {
        FormValue parties = keys.get(SOME);
        yield parties == null
            ? find(ONE, keys.words(ONE))
            : find(SOME, String.join(" ", parties.allWords()));
      }
      case FormValue.Rows _ -> Optional.empty();
    };
  }

  /// The visibility of a word and the parties it names.
  ///
  /// @param party the id of the party for `party`; the ids for `parties`, with blanks between
  public static Optional<Visibility> find(String word, String party) {
    return switch (word) {
      case "public" -> Optional.of(new Visibility.Public());
      case "delegations" -> Optional.of(new Visibility.Delegations());
      case "mediator" -> Optional.of(new Visibility.Mediator());
      case ONE ->
          Id.SYNTAX.matcher(party).matches()
              ? Optional.of(new Visibility.Party(new PartyId(party)))
              : Optional.empty();
      case SOME -> some(party.isBlank() ? List.of() : List.of(party.strip().split(" +", -1)));
      default -> Optional.empty();
    };
  }

  private static Optional<Visibility> some(List<String> parties) {
    return parties.stream().allMatch(each -> Id.SYNTAX.matcher(each).matches())
            && Set.copyOf(parties).size() > 1
        ? Optional.of(new Visibility.Parties(parties.stream().map(PartyId::new).toList()))
        : Optional.empty();
  }
}
