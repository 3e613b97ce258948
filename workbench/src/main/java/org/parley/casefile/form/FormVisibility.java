package org.parley.casefile.form;

import java.util.List;
import java.util.Optional;
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

  private FormVisibility() {}

  /// The form value of a visibility; null for public, the default.
  public static @Nullable FormValue of(Visibility visibility) {
    return switch (visibility) {
      case Visibility.Public _ -> null;
      case Visibility.Delegations _, Visibility.Mediator _ -> new FormValue.Words(word(visibility));
      case Visibility.Party(PartyId party) ->
          new FormValue.Keys(List.of(new FormValue.Entry(ONE, new FormValue.Words(party.value()))));
    };
  }

  /// The word of each form: `public`, `delegations`, `party`, `mediator`.
  public static String word(Visibility visibility) {
    return switch (visibility) {
      case Visibility.Public _ -> "public";
      case Visibility.Delegations _ -> "delegations";
      case Visibility.Party _ -> ONE;
      case Visibility.Mediator _ -> "mediator";
    };
  }

  /// The visibility of a form value; empty if it is invalid.
  public static Optional<Visibility> find(@Nullable FormValue written) {
    return switch (written) {
      case null -> Optional.of(new Visibility.Public());
      case FormValue.Words(String text) -> find(text, "");
      case FormValue.Keys keys -> find(ONE, keys.words(ONE));
      case FormValue.Rows _ -> Optional.empty();
    };
  }

  /// The visibility of a word and a party.
  ///
  /// @param party the id of the party; used for `party` alone
  public static Optional<Visibility> find(String word, String party) {
    return switch (word) {
      case "public" -> Optional.of(new Visibility.Public());
      case "delegations" -> Optional.of(new Visibility.Delegations());
      case "mediator" -> Optional.of(new Visibility.Mediator());
      case ONE ->
          Id.SYNTAX.matcher(party).matches()
              ? Optional.of(new Visibility.Party(new PartyId(party)))
              : Optional.empty();
      default -> Optional.empty();
    };
  }
}
