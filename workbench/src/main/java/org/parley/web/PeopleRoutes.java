package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.model.Visibility;
import org.parley.model.party.Party;
import org.parley.store.people.Account;
import org.parley.store.people.People;
import org.parley.web.desk.Desk;
import org.parley.web.desk.Role;
import org.parley.web.desk.Visitor;
import org.parley.web.door.AccountDoor;
import org.parley.web.door.Route;
import org.parley.web.door.Route.Access;
import org.parley.web.door.Route.Kind;
import org.parley.web.door.Routes;
import org.parley.web.people.OwnPage;
import org.parley.web.people.PeoplePage;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;

/// Where the mediator gives accounts, roles and tokens, and everybody changes their own password:
/// so that nobody has to stop the server for it.
final class PeopleRoutes {

  private static final String CHANGED = "Your password is changed; your other sessions have ended.";

  private final AccountDoor door;
  private final People people;
  private final Templates templates;
  private final Desk desk;

  PeopleRoutes(AccountDoor door, Templates templates, Desk desk) {
    this.door = door;
    this.people = door.people();
    this.templates = templates;
    this.desk = desk;
  }

  /// What came of a form.
  ///
  /// @param done what was done; empty where nothing was
  /// @param trouble why it was not; empty where it was
  /// @param secret a token that was made; absent otherwise
  private record Came(String done, String trouble, @Nullable String secret) {
    static Came done(String words) {
      return new Came(words, "", null);
    }

    static Came not(String words) {
      return new Came("", words, null);
    }
  }

  void addTo(Routes routes) {
    routes.add(
        new Route("GET", "/people", Access.MEDIATE, Kind.PAGE, "who may come in"),
        (ctx, visitor) -> show(ctx, visitor, Came.done("")));
    routes.add(
        new Route("POST", "/people", Access.MEDIATE, Kind.PAGE, "adds an account or a token"),
        (ctx, visitor) -> show(ctx, visitor, add(ctx, visitor)));
    routes.add(
        new Route("POST", "/people/{id}", Access.MEDIATE, Kind.PAGE, "changes an account"),
        (ctx, visitor) -> show(ctx, visitor, change(ctx, visitor)));
    routes.add(
        new Route("GET", "/account", Access.READ, Kind.PAGE, "one's own account"),
        (ctx, visitor) ->
            showOwn(ctx, visitor, Came.done("1".equals(ctx.queryParam("changed")) ? CHANGED : "")));
    routes.add(
        new Route("POST", "/account", Access.READ, Kind.PAGE, "changes one's own account"),
        this::changeOwn);
  }

  private static String given(Context ctx, String field) {
    return Objects.requireNonNullElse(ctx.formParam(field), "");
  }

  private Came add(Context ctx, Visitor visitor) {
    String name = given(ctx, "name").strip();
    boolean token = given(ctx, "_do").equals("token");
    if (!Account.isName(name)) {
      return Came.not(
          "“"
              + name.substring(0, Math.min(name.length(), People.NAME_LENGTH))
              + "” is no name for an account. Maybe letters, digits, '.', '_', '@' and '-', a letter"
              + " or digit first.");
    }
    String role = given(ctx, "role");
    String party = party(ctx);
    String trouble = troubleOf(role, party, visitor);
    if (!trouble.isEmpty()) {
      return Came.not(trouble);
    }
    List<Account> others = token ? people.list() : people.listTokens();
    if (others.stream().anyMatch(each -> each.name().equals(name))) {
      return Came.not(
          "A person and a program would both be “"
              + name
              + "”, and the history could not tell them apart. Maybe choose another name.");
    }
    String as = name + " as " + role + (party == null ? "" : " of " + party);
    if (token) {
      if (people.listTokens().stream().anyMatch(each -> each.name().equals(name))) {
        return Came.not("There is a token “" + name + "” already. Maybe take it back first.");
      }
      String secret = people.makeToken(name, role, party, door.now());
      door.noteDone(visitor, "a token for " + as);
      return new Came("A token for " + as + " was made.", "", secret);
    }
    String password = given(ctx, "password");
    if (!isPassword(password)) {
      return Came.not(passwordTrouble());
    }
    if (!people.add(name, role, party, password.toCharArray(), door.now())) {
      return Came.not("There is an account “" + name + "” already. Maybe change it below.");
    }
    door.noteDone(visitor, "an account for " + as);
    return Came.done(
        name + " may come in as " + role + (party == null ? "" : " of " + party) + ".");
  }

  private Came change(Context ctx, Visitor visitor) {
    String name = ctx.pathParam("id");
    String action = given(ctx, "_do");
    if (action.equals("remove-token")) {
      if (!people.removeToken(name)) {
        throw unknown(name, people.listTokens());
      }
      door.noteDone(visitor, "took back the token of " + name);
      return Came.done("The token of " + name + " opens nothing any more.");
    }
    Account account = people.find(name).orElseThrow(() -> unknown(name, people.list()));
    return switch (action) {
      case "role" -> changeRole(ctx, visitor, account);
      case "password" -> {
        String password = given(ctx, "password");
        if (!isPassword(password)) {
          yield Came.not(passwordTrouble());
        }
        people.setPassword(name, password.toCharArray());
        door.noteDone(visitor, "set the password of " + name);
        yield Came.done(name + " has a new password; their sessions have ended.");
      }
      case "sign-out" -> {
        people.endAll(name);
        door.noteDone(visitor, "signed " + name + " out everywhere");
        yield Came.done(name + " is signed out everywhere.");
      }
      case "remove" -> {
        if (isLastMediator(account)) {
          yield Came.not(lastMediator());
        }
        people.removeAccount(name);
        door.noteDone(visitor, "removed " + name);
        yield Came.done(name + " was removed; their sessions have ended.");
      }
      default -> Came.not("“" + action + "” is nothing that can be done here. Maybe use the page.");
    };
  }

  private Came changeRole(Context ctx, Visitor visitor, Account account) {
    String role = given(ctx, "role");
    String party = party(ctx);
    String trouble = troubleOf(role, party, visitor);
    if (!trouble.isEmpty()) {
      return Came.not(trouble);
    }
    if (!role.equals(Role.MEDIATOR.word()) && isLastMediator(account)) {
      return Came.not(lastMediator());
    }
    people.changeRole(account.name(), role, party);
    String now = account.name() + " is " + role + (party == null ? "" : " of " + party);
    door.noteDone(visitor, now);
    return Came.done(now + " now; their sessions have ended.");
  }

  private static NotOnRecord unknown(String name, List<Account> known) {
    return new NotOnRecord("account", name, known.stream().map(Account::name).toList());
  }

  private boolean isLastMediator(Account account) {
    return account.role().equals(Role.MEDIATOR.word())
        && people.list().stream().filter(each -> each.role().equals(account.role())).count() == 1;
  }

  private static String lastMediator() {
    return "Nobody else is a mediator, so nobody could change the case or the accounts any more. Maybe"
        + " make somebody else a mediator first.";
  }

  private static @Nullable String party(Context ctx) {
    String party = given(ctx, "party").strip();
    return party.isEmpty() ? null : party;
  }

  private String troubleOf(String role, @Nullable String party, Visitor visitor) {
    Role known = Role.find(role).orElse(Role.PUBLIC);
    if (known == Role.PUBLIC) {
      return "“"
          + role
          + "” is no role of an account. Maybe mediator, delegation, monitor or observer.";
    }
    if (known == Role.DELEGATION && party == null) {
      return "A delegation is that of a party. Maybe choose one.";
    }
    if (known == Role.MEDIATOR && party != null) {
      return "A mediator has no party. Maybe choose none.";
    }
    if (party != null && parties(visitor).stream().noneMatch(each -> each.value().equals(party))) {
      return "The case has no public party “" + party + "”. Maybe choose one from the list.";
    }
    return "";
  }

  /// The parties that everybody may see: the name of a hidden one would betray it.
  private List<Say.Choice> parties(Visitor visitor) {
    return desk.read(visitor) instanceof Desk.Reading.Opened(OpenCase open)
        ? open.view().parties().stream()
            .filter(party -> party.visibility() instanceof Visibility.Public)
            .map(PeopleRoutes::choice)
            .toList()
        : List.of();
  }

  private static Say.Choice choice(Party party) {
    return new Say.Choice(party.id().value(), party.label());
  }

  private static boolean isPassword(String password) {
    return password.length() >= People.PASSWORD_LEAST
        && password.length() <= People.PASSWORD_LENGTH;
  }

  private static String passwordTrouble() {
    return "A password has "
        + People.PASSWORD_LEAST
        + " to "
        + People.PASSWORD_LENGTH
        + " characters. Maybe some words in a row.";
  }

  private void show(Context ctx, Visitor visitor, Came came) {
    if (!(desk.read(visitor) instanceof Desk.Reading.Opened(OpenCase open))) {
      ctx.redirect("/");
      return;
    }
    Map<String, String> typed = new LinkedHashMap<>();
    if (!came.trouble.isEmpty()) {
      ctx.status(422);
      for (String field : List.of("name", "role", "party")) {
        typed.put(field, given(ctx, field));
      }
    }
    templates.show(
        ctx,
        "people/people",
        new PeoplePage(
            open.view().info(),
            people.list(),
            people.countSessions(door.now()),
            people.listTokens(),
            parties(visitor),
            came.done,
            came.trouble,
            came.secret,
            typed));
  }

  private void changeOwn(Context ctx, Visitor visitor) {
    Account account = people.find(visitor.name()).orElse(null);
    if (account == null || !door.hasSession(ctx)) {
      showOwn(ctx, visitor, Came.done(""));
      return;
    }
    if (given(ctx, "_do").equals("sign-out")) {
      people.endAll(account.name());
      door.noteDone(visitor, "signed out everywhere");
      door.signOut(ctx);
      ctx.redirect("/sign-in", HttpStatus.SEE_OTHER);
      return;
    }
    Came came = changePassword(ctx, visitor, account);
    if (came.trouble.isEmpty()) {
      // forms of the old session are good no longer: the page comes anew with those of the new one
      ctx.redirect("/account?changed=1", HttpStatus.SEE_OTHER);
    } else {
      showOwn(ctx, visitor, came);
    }
  }

  private Came changePassword(Context ctx, Visitor visitor, Account account) {
    String password = given(ctx, "password");
    if (!isPassword(password)) {
      return Came.not(passwordTrouble());
    }
    if (!password.equals(given(ctx, "again"))) {
      return Came.not("The two new passwords are not the same. Maybe type both again.");
    }
    long wait = door.check(ctx, account.name(), given(ctx, "old"));
    if (wait > 0) {
      return Came.not("Too many wrong passwords. Maybe wait " + wait + " seconds and try again.");
    }
    if (wait < 0) {
      return Came.not("That is not your password now. Maybe check it.");
    }
    people.setPassword(account.name(), password.toCharArray());
    door.begin(ctx, account.name());
    door.noteDone(visitor, "changed their own password");
    return Came.done(CHANGED);
  }

  private void showOwn(Context ctx, Visitor visitor, Came came) {
    Account account = people.find(visitor.name()).orElse(null);
    if (account == null
        || !door.hasSession(ctx)
        || !(desk.read(visitor) instanceof Desk.Reading.Opened(OpenCase open))) {
      ctx.redirect("/sign-in", HttpStatus.SEE_OTHER);
      return;
    }
    if (!came.trouble.isEmpty()) {
      ctx.status(422);
    }
    templates.show(
        ctx,
        "people/own",
        new OwnPage(
            open.view().info(),
            account,
            people.countSessions(door.now()).getOrDefault(account.name(), 0),
            came.done,
            came.trouble));
  }
}
