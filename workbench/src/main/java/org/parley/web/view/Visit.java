package org.parley.web.view;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.cases.CaseView;

/// For whom a page is being made: what its frame says of them, and what its forms carry.
///
/// It is bound to the thread that answers a request, so that every page carries it and none has to
/// pass it on. Pages use it only for the frame and the CSRF token; their content comes from the
/// [OpenCase].
///
/// @param name the name of the visitor
/// @param shownAs with whose eyes the case is shown: "Shown as the mediator sees it"
/// @param isLocal whether the pages are served to this machine alone, without accounts
/// @param isKnown whether the visitor has signed in, or need not
/// @param maySaveNow whether there is anything the visitor may write in the present
/// @param seesAll whether it is a mediator
/// @param mayNow what the visitor may write in the present
/// @param token what a form sends back, in a field called [#TOKEN_FIELD], to show that it came from
///   a page of this server
/// @param isStale whether the database does not answer, so that the last state of the case is shown
/// @param waiting how many things wait for the visitor
/// @param viewChoice the views of others that the visitor may look at
/// @param meets whether colleagues on the same page are named to the visitor, and the visitor to
///   them
public record Visit(
    String name,
    String shownAs,
    boolean isLocal,
    boolean isKnown,
    boolean maySaveNow,
    boolean seesAll,
    May mayNow,
    String token,
    BooleanSupplier isStale,
    IntSupplier waiting,
    ViewChoice viewChoice,
    boolean meets) {

  /// The views of others that a mediator may look at for a while.
  ///
  /// @param word the one that is shown; empty for the own
  /// @param name what it is called; empty for the own
  /// @param offered those there are; none for those who may not
  public record ViewChoice(String word, String name, Supplier<List<OtherView>> offered) {

    /// One's own, and no others.
    public static final ViewChoice OWN = new ViewChoice("", "", List::of);

    /// Whether the case is shown as somebody else sees it.
    public boolean isOther() {
      return !word.isEmpty();
    }
  }

  /// The view of a party, or of the public.
  ///
  /// @param word `public`, or the id of the party
  /// @param name what it is called on the page
  public record OtherView(String word, String name) {}

  /// The permissions of a visitor, so that pages offer only permitted actions.
  public interface May {

    /// Whether they may add a record of this kind.
    ///
    /// @param kind the key that holds such records: `claims`
    boolean add(String kind);

    /// Whether they may change this record.
    boolean change(CaseView view, CaseRecord record);

    /// Whether they may take this record out of the case.
    boolean remove(CaseView view, CaseRecord record);
  }

  /// No permission.
  public static final May NOTHING =
      new May() {
        @Override
        public boolean add(String kind) {
          return false;
        }

        @Override
        public boolean change(CaseView view, CaseRecord record) {
          return false;
        }

        @Override
        public boolean remove(CaseView view, CaseRecord record) {
          return false;
        }
      };

  /// The visit that is being answered.
  public static final ScopedValue<Visit> CURRENT = ScopedValue.newInstance();

  /// The name of the form field that carries the token.
  public static final String TOKEN_FIELD = "token";

  /// The name of the request header that carries the token.
  public static final String TOKEN_HEADER = "X-Parley-Token";

  private static final Visit NOBODY =
      new Visit(
          "",
          "",
          true,
          false,
          false,
          false,
          NOTHING,
          "",
          () -> false,
          () -> 0,
          ViewChoice.OWN,
          false);

  /// The visit that is being answered; one of nobody where none is.
  public static Visit current() {
    return CURRENT.isBound() ? CURRENT.get() : NOBODY;
  }

  /// The permissions of the visitor on the shown state: none on the past.
  public May may() {
    return Link.past().isEmpty() ? mayNow : NOTHING;
  }

  /// How many things wait for the visitor.
  public int waits() {
    return waiting.getAsInt();
  }

  /// Whether there is anything the visitor may write of the case as it is shown.
  public boolean maySave() {
    return maySaveNow && Link.past().isEmpty();
  }

  /// Whether records say so that everyone sees them: to those who write for others to read.
  public boolean marksPublic() {
    return maySaveNow && !isLocal;
  }

  /// The extra headers of htmx requests, as JSON; null without a token.
  public @Nullable String headers() {
    return token.isEmpty() ? null : "{\"" + TOKEN_HEADER + "\":\"" + token + "\"}";
  }
}
