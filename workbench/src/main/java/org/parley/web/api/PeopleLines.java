package org.parley.web.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.store.people.AccessRecord;
import org.parley.store.people.AccessToken;
import org.parley.store.people.Account;
import org.parley.store.people.OpenSession;
import org.parley.store.people.Passkey;
import org.parley.web.api.line.Asked;
import org.parley.web.api.line.Line;
import org.parley.web.api.line.Parameter;
import org.parley.web.api.line.Reply;
import org.parley.web.people.AccountService;
import org.parley.web.people.AccountService.As;
import org.parley.web.people.AccountService.Came;
import org.parley.web.view.Address;
import org.parley.web.view.BadQuery;
import org.parley.web.view.Link;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.ProblemCode;
import tools.jackson.databind.JsonNode;

/// Accounts, tokens and the audit.
final class PeopleLines {

  /// @param sessions how many browsers are signed in
  /// @param openSessions the same one by one, those used last first
  /// @param secondFactor whether a second factor is asked for after the password
  /// @param passkeys its passkeys, the oldest first
  record AccountAnswer(
      String name,
      String role,
      @Nullable String party,
      Instant created,
      int sessions,
      List<OpenSession> openSessions,
      boolean secondFactor,
      List<PasskeyLine> passkeys) {
    AccountAnswer {
      openSessions = List.copyOf(openSessions);
      passkeys = List.copyOf(passkeys);
    }
  }

  /// A passkey, without its key.
  ///
  /// @param device browser and system that it was added from; empty if not known
  /// @param used when somebody last signed in with it; null for never
  record PasskeyLine(
      String id, String name, String device, Instant created, @Nullable Instant used) {
    static PasskeyLine of(Passkey passkey) {
      return new PasskeyLine(
          passkey.id(), passkey.name(), passkey.device(), passkey.created(), passkey.used());
    }
  }

  /// The action done, in a sentence.
  record Done(String done) {}

  /// A token with its secret, which is told this once.
  record MadeToken(AccessToken token, String secret) {}

  record AccountInput(String name, String role, @Nullable String party, String password) {}

  /// @param mail where the link is sent; not sent without one
  record InvitationInput(String name, String role, @Nullable String party, @Nullable String mail) {}

  /// @param own the password of the one who asks
  /// @param mail where the link is sent; not sent without one
  record LinkInput(String own, @Nullable String mail) {}

  /// A link with which somebody chooses their password, told this once.
  record MadeLink(String done, String link, Instant expires) {}

  record RoleInput(String role, @Nullable String party) {}

  /// @param own the password of the one who asks
  record PasswordInput(String password, String own) {}

  /// @param own the password of the one who asks
  /// @param passkey the one passkey to remove; every factor without it
  record FactorInput(String own, @Nullable String passkey) {}

  record TokenInput(
      String name,
      String role,
      @Nullable String party,
      @Nullable Integer days,
      @Nullable Boolean readOnly) {}

  /// @param days the lifetime of the new secret
  /// @param overlapHours how long the former secret stays good
  record RotationInput(@Nullable Integer days, @Nullable Integer overlapHours) {}

  record OwnPasswordInput(String old, String password) {}

  private static final int AT_ONCE = 500;

  private PeopleLines() {}

  static List<Line> lines() {
    return List.of(
        Line.get("/api/accounts", "people", "listAccounts", "the accounts of people")
            .forMediators()
            .lists(AccountAnswer.class, PeopleLines::accounts),
        change("POST", "/api/accounts", "addAccount", "adds an account")
            .sent(AccountInput.class)
            .creates(AccountAnswer.class, PeopleLines::addAccount),
        Line.get("/api/accounts/{id}", "people", "findAccount", "an account")
            .forMediators()
            .answers(AccountAnswer.class, PeopleLines::findAccount),
        change("PUT", "/api/accounts/{id}", "changeRole", "gives somebody another role")
            .sent(RoleInput.class)
            .answers(AccountAnswer.class, PeopleLines::changeRole),
        change("DELETE", "/api/accounts/{id}", "removeAccount", "removes an account")
            .answers(
                Done.class, asked -> done(people(asked).remove(asked.visitor(), asked.path("id")))),
        change(
                "PUT",
                "/api/accounts/{id}/password",
                "setPassword",
                "gives somebody another password")
            .sent(PasswordInput.class)
            .answers(Done.class, PeopleLines::setPassword),
        change("POST", "/api/invitations", "invite", "adds an account with a link to a password")
            .sent(InvitationInput.class)
            .creates(MadeLink.class, PeopleLines::invite),
        change("POST", "/api/accounts/{id}/link", "makeLink", "makes a link to a new password")
            .sent(LinkInput.class)
            .answers(MadeLink.class, PeopleLines::makeLink),
        change(
                "POST",
                "/api/accounts/{id}/remove-factor",
                "removeFactor",
                "removes second factors of somebody")
            .sent(FactorInput.class)
            .answers(Done.class, PeopleLines::removeFactor),
        change("DELETE", "/api/accounts/{id}/sessions", "signOut", "signs somebody out everywhere")
            .answers(
                Done.class,
                asked -> done(people(asked).signOut(asked.visitor(), asked.path("id")))),
        change(
                "DELETE",
                "/api/accounts/{id}/sessions/{session}",
                "endSession",
                "ends a session of somebody")
            .answers(
                Done.class,
                asked ->
                    done(
                        people(asked)
                            .endSession(asked.visitor(), asked.path("id"), asked.path("session")))),
        Line.get("/api/tokens", "people", "listTokens", "the tokens of programs")
            .forMediators()
            .lists(AccessToken.class, asked -> asked.listed(people(asked).tokens(), each -> each)),
        change("POST", "/api/tokens", "addToken", "makes a token, told this once")
            .sent(TokenInput.class)
            .creates(MadeToken.class, PeopleLines::addToken),
        Line.get("/api/tokens/{id}", "people", "findToken", "a token, without its secret")
            .forMediators()
            .answers(AccessToken.class, PeopleLines::findToken),
        change("POST", "/api/tokens/{id}/rotate", "rotateToken", "a new secret, told this once")
            .sent(RotationInput.class)
            .answers(MadeToken.class, PeopleLines::rotateToken),
        change("DELETE", "/api/tokens/{id}", "removeToken", "takes a token back")
            .answers(
                Done.class,
                asked -> done(people(asked).removeToken(asked.visitor(), asked.path("id")))),
        Line.change("PUT", "/api/me/password", "people", "changeOwnPassword", "another password")
            .forReaders()
            .sent(OwnPasswordInput.class)
            .answers(Done.class, PeopleLines::changeOwn),
        Line.change(
                "DELETE", "/api/me/sessions", "people", "signOutEverywhere", "ends one's sessions")
            .forReaders()
            .answers(Done.class, PeopleLines::signOutOwn),
        Line.get(
                "/api/audit",
                "people",
                "audit",
                "who looked at what and did what, the latest first")
            .forMediators()
            .with(Parameter.text("who", "By this account alone. Default: by all."))
            .lists(AccessRecord.class, PeopleLines::audit));
  }

  private static Line change(String method, String path, String name, String says) {
    return Line.change(method, path, "people", name, says).forMediators();
  }

  private static AccountService people(Asked asked) {
    AccountService people = asked.services().people();
    if (people == null) {
      throw new Unanswered(
          ProblemCode.NOT_KEPT_HERE,
          "There are no accounts here",
          "This case is open on one machine, for whoever sits at it.",
          "Maybe serve it to a team: parley serve.");
    }
    return people;
  }

  private static Reply done(Came came) {
    return after(came, () -> Reply.of(new Done(came.done())));
  }

  private static Reply after(Came came, java.util.function.Supplier<Reply> reply) {
    if (came.isDone()) {
      return reply.get();
    }
    int cut = came.trouble().lastIndexOf("Maybe ");
    return Errors.reply(
        ProblemCode.ACCOUNT_NOT_CHANGED,
        "That was not done",
        came.trouble().substring(0, cut < 0 ? came.trouble().length() : cut).strip(),
        cut < 0 ? "Maybe look at it again." : came.trouble().substring(cut));
  }

  private static Function<Account, AccountAnswer> account(AccountService people) {
    Map<String, List<OpenSession>> sessions = people.openSessions();
    Set<String> factors = people.withFactor();
    Map<String, List<Passkey>> passkeys = people.passkeys();
    return each -> {
      List<OpenSession> open = sessions.getOrDefault(each.name(), List.of());
      return new AccountAnswer(
          each.name(),
          each.role(),
          each.party(),
          each.created(),
          open.size(),
          open,
          factors.contains(each.name()),
          passkeys.getOrDefault(each.name(), List.of()).stream().map(PasskeyLine::of).toList());
    };
  }

  private static AccessToken token(AccountService people, String name) {
    List<AccessToken> tokens = people.tokens();
    return tokens.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new NotOnRecord("token", name, tokens.stream().map(AccessToken::name).toList()));
  }

  private static Reply accounts(Asked asked) {
    AccountService people = people(asked);
    return asked.listed(people.accounts(), account(people));
  }

  private static Reply findAccount(Asked asked) {
    AccountService people = people(asked);
    List<String> names = people.accounts().stream().map(Account::name).toList();
    String name = asked.path("id");
    if (!names.contains(name)) {
      throw new NotOnRecord("account", name, names);
    }
    return Reply.of(account(people).apply(people.get(name)));
  }

  private static Reply findToken(Asked asked) {
    return Reply.of(token(people(asked), asked.path("id")));
  }

  private static As as(JsonNode body) {
    String party = Asked.text(body, "party");
    return new As(Asked.text(body, "role"), party.isEmpty() ? null : party);
  }

  private static Reply addAccount(Asked asked) {
    AccountService people = people(asked);
    JsonNode body = asked.body(AccountInput.class);
    String name = Asked.text(body, "name");
    Came came = people.addAccount(asked.visitor(), name, as(body), secret(body, "password"));
    return after(
        came,
        () -> Reply.created("/api/accounts/" + name, account(people).apply(people.get(name))));
  }

  private static Reply changeRole(Asked asked) {
    AccountService people = people(asked);
    String name = asked.path("id");
    Came came = people.changeRole(asked.visitor(), name, as(asked.body(RoleInput.class)));
    return after(came, () -> Reply.of(account(people).apply(people.get(name))));
  }

  /// A password verbatim, including leading and trailing blanks.
  private static String secret(JsonNode body, String key) {
    Asked.text(body, key);
    return body.path(key).asString("");
  }

  private static Reply setPassword(Asked asked) {
    AccountService people = people(asked);
    JsonNode body = asked.body(PasswordInput.class);
    return done(
        people.setPassword(
            asked.visitor(),
            asked.sent().caller(),
            asked.path("id"),
            secret(body, "password"),
            secret(body, "own")));
  }

  private static Reply invite(Asked asked) {
    AccountService people = people(asked);
    JsonNode body = asked.body(InvitationInput.class);
    String name = Asked.text(body, "name");
    Came came = people.invite(asked.visitor(), name, as(body), Asked.text(body, "mail"));
    return after(came, () -> Reply.created("/api/accounts/" + name, link(people, came, name)));
  }

  private static Reply makeLink(Asked asked) {
    AccountService people = people(asked);
    JsonNode body = asked.body(LinkInput.class);
    String name = asked.path("id");
    Came came =
        people.makeLink(
            asked.visitor(),
            asked.sent().caller(),
            name,
            secret(body, "own"),
            Asked.text(body, "mail"));
    return after(came, () -> Reply.of(link(people, came, name)));
  }

  private static MadeLink link(AccountService people, Came came, String name) {
    return new MadeLink(
        came.done(),
        Link.to(Address.PASSWORD_LINK, Objects.requireNonNull(came.secret())),
        Objects.requireNonNull(people.links().get(name)));
  }

  private static Reply removeFactor(Asked asked) {
    JsonNode body = asked.body(FactorInput.class);
    return done(
        people(asked)
            .removeFactor(
                asked.visitor(),
                asked.sent().caller(),
                asked.path("id"),
                Asked.text(body, "passkey"),
                secret(body, "own")));
  }

  private static Reply addToken(Asked asked) {
    AccountService people = people(asked);
    JsonNode body = asked.body(TokenInput.class);
    String name = Asked.text(body, "name");
    Came came =
        people.addToken(
            asked.visitor(),
            name,
            as(body),
            days(body.get("days")),
            isReadOnly(body.get("readOnly")));
    @Nullable String secret = came.secret();
    return after(
        came,
        () ->
            Reply.created(
                "/api/tokens/" + name,
                new MadeToken(token(people, name), Objects.requireNonNull(secret))));
  }

  private static Reply rotateToken(Asked asked) {
    AccountService people = people(asked);
    JsonNode body = asked.body(RotationInput.class);
    String name = asked.path("id");
    Came came =
        people.rotateToken(
            asked.visitor(), name, days(body.get("days")), hours(body.get("overlapHours")));
    @Nullable String secret = came.secret();
    return after(
        came, () -> Reply.of(new MadeToken(token(people, name), Objects.requireNonNull(secret))));
  }

  private static boolean isReadOnly(@Nullable JsonNode given) {
    if (given == null || given.isNull()) {
      return false;
    }
    if (!given.isBoolean()) {
      throw BadQuery.ofBody("readOnly", "that is neither true nor false", "Maybe true.");
    }
    return given.booleanValue();
  }

  private static String hours(@Nullable JsonNode given) {
    if (given == null || given.isNull()) {
      return "";
    }
    if (!given.isInt()
        || given.intValue() < 0
        || given.intValue() > AccessToken.MOST_OVERLAP_HOURS) {
      throw BadQuery.ofBody(
          "overlapHours",
          "that is not a whole number from 0 to " + AccessToken.MOST_OVERLAP_HOURS,
          "Maybe leave it out: " + AccessToken.USUAL_OVERLAP_HOURS + ".");
    }
    return Integer.toString(given.intValue());
  }

  private static String days(@Nullable JsonNode given) {
    if (given == null || given.isNull()) {
      return "";
    }
    if (!given.isInt() || given.intValue() < 1 || given.intValue() > AccessToken.MOST_DAYS) {
      throw BadQuery.ofBody(
          "days",
          "that is not a whole number from 1 to " + AccessToken.MOST_DAYS,
          "Maybe leave it out: " + AccessToken.USUAL_DAYS + ".");
    }
    return Integer.toString(given.intValue());
  }

  private static AccountService own(Asked asked) {
    AccountService people = people(asked);
    if (!asked.sent().caller().bySession()) {
      throw noAccount();
    }
    return people;
  }

  /// The refusal of a request without an account of its own.
  static Unanswered noAccount() {
    return new Unanswered(
        ProblemCode.NOT_KEPT_HERE,
        "There is no account",
        "Whoever asks has come in with a token, or not at all.",
        "Maybe sign in first.");
  }

  private static Reply changeOwn(Asked asked) {
    AccountService people = own(asked);
    JsonNode body = asked.body(OwnPasswordInput.class);
    return done(
        people.changeOwn(
            asked.visitor(), asked.sent().caller(), secret(body, "old"), secret(body, "password")));
  }

  private static Reply signOutOwn(Asked asked) {
    return done(own(asked).signOut(asked.visitor(), asked.visitor().name()));
  }

  private static Reply audit(Asked asked) {
    AccountService people = people(asked);
    String who = asked.query().text("who");
    return asked.passing(
        (skipped, most, taker) -> {
          long before = Long.MAX_VALUE;
          long passed = 0;
          long end = (long) skipped + most;
          while (passed < end) {
            List<AccessRecord> some = people.seen(who, before, AT_ONCE);
            if (some.isEmpty()) {
              return;
            }
            for (AccessRecord each : some) {
              if (passed >= skipped && passed < end) {
                taker.accept(underBase(each));
              }
              passed++;
            }
            before = some.getLast().number();
          }
        });
  }

  /// The record with an address that leads there, under the base path as well.
  private static AccessRecord underBase(AccessRecord seen) {
    return seen.isOfAddress() ? seen.withAddress(Link.api(seen.address())) : seen;
  }
}
