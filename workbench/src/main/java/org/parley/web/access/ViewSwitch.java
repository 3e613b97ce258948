package org.parley.web.access;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.parley.model.PartyId;
import org.parley.web.service.Role;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.web.view.Visit.OtherView;
import org.parley.web.view.Visit.ViewChoice;

/// The view of others, in which a mediator looks at the case for a while. She is an observer then,
/// with the view of a party or of the public. So nothing can be changed meanwhile, and no sealed
/// word of that party is shown.
///
/// A cookie holds the choice until the browser is closed.
public final class ViewSwitch {

  /// The word for the view of the public.
  public static final String PUBLIC = "public";

  private static final String COOKIE = "parley-view";

  private ViewSwitch() {}

  /// The view that a mediator has chosen; the own if the choice is none of the offered ones.
  static ViewChoice of(Context ctx, Supplier<List<OtherView>> offered) {
    String chosen = ctx.cookie(COOKIE);
    return Optional.ofNullable(chosen)
        .filter(each -> !each.isEmpty())
        .flatMap(each -> find(each, offered.get()))
        .map(each -> new ViewChoice(each.word(), each.name(), offered))
        .orElseGet(() -> new ViewChoice("", "", offered));
  }

  /// The offered view of a word; empty for none.
  public static Optional<OtherView> find(String word, List<OtherView> offered) {
    return offered.stream().filter(each -> each.word().equals(word)).findFirst();
  }

  /// The visitor as whom they look.
  static Visitor visitor(Visitor own, ViewChoice choice) {
    return choice.isOther()
        ? new Visitor(
            own.name(),
            Role.OBSERVER,
            choice.word().equals(PUBLIC) ? null : new PartyId(choice.word()))
        : own;
  }

  /// Remembers a choice in the browser.
  ///
  /// @param word empty for the own view
  public static void choose(Context ctx, String word, boolean isSecure) {
    Cookie cookie = new Cookie(COOKIE, word);
    cookie.setPath(Link.toPresent(Address.BOARD));
    cookie.setHttpOnly(true);
    cookie.setSecure(isSecure);
    cookie.setSameSite(SameSite.LAX);
    if (word.isEmpty()) {
      cookie.setMaxAge(0);
    }
    ctx.cookie(cookie);
  }
}
