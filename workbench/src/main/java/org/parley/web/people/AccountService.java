package org.parley.web.people;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.answer.work.WorkAnswer.AuthorAccount;
import org.parley.model.PartyId;
import org.parley.model.Refusal;
import org.parley.model.Visibility;
import org.parley.model.party.Party;
import org.parley.notice.LinkMailer;
import org.parley.notice.NoticeFault;
import org.parley.store.people.AccessRecord;
import org.parley.store.people.AccessToken;
import org.parley.store.people.Account;
import org.parley.store.people.AccountEditor;
import org.parley.store.people.Accounts;
import org.parley.store.people.OpenSession;
import org.parley.store.people.Passkey;
import org.parley.store.people.PasswordPolicy;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.access.Authenticator.Caller;
import org.parley.web.comment.Colleagues;
import org.parley.web.service.CaseService;
import org.parley.web.service.Role;
import org.parley.web.service.Visitor;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.wording.Messages.Select;

/// Manages accounts, roles and tokens; every change is audited.
///
/// Authorisation is up to the authenticator and routes.
public final class AccountService {

  private final AccountAuthenticator authenticator;
  private final Accounts people;
  private final CaseService service;
  private final LinkSending links;

  public AccountService(AccountAuthenticator authenticator, CaseService service) {
    this(authenticator, service, LinkMailer.NONE);
  }

  /// @param mailer sends links to passwords
  public AccountService(
      AccountAuthenticator authenticator, CaseService service, LinkMailer mailer) {
    this.authenticator = authenticator;
    this.people = authenticator.people();
    this.service = service;
    this.links = new LinkSending(people.links(), mailer);
  }

  /// The result of an action.
  ///
  /// @param done the action done; empty for none
  /// @param trouble the reason of a refusal; empty for none
  /// @param secret the secret of a new token or link; null otherwise
  public record Came(String done, String trouble, @Nullable String secret) {

    /// It was done.
    public static Came done(String words) {
      return new Came(words, "", null);
    }

    static Came not(String words) {
      return new Came("", words, null);
    }

    /// It was refused.
    static Came not(Refusal why) {
      return not(Say.complaint(why));
    }

    public boolean isDone() {
      return trouble.isEmpty();
    }
  }

  /// The role of an account.
  ///
  /// @param role the word of a role
  /// @param party the party whose view it has; null for none
  public record As(String role, @Nullable String party) {
    String words() {
      return words(role, party);
    }

    /// The words for a role and its party.
    ///
    /// @param party its name; null for none
    public static String words(String role, @Nullable String party) {
      return Say.text(
          "accounts.as",
          "role",
          new Select(role),
          "hasParty",
          party != null,
          "party",
          Objects.requireNonNullElse(party, ""));
    }
  }

  /// The accounts of people, by name.
  public List<Account> accounts() {
    return people.list();
  }

  /// The people whom a comment can mention.
  public Colleagues colleagues() {
    return new Colleagues(authenticator::listVisitors);
  }

  /// The accounts and tokens by the names under which their changes are recorded.
  public Map<String, AuthorAccount> authors() {
    Map<String, AuthorAccount> authors = new HashMap<>();
    tokens().forEach(each -> authors.put(each.name(), author(each.role(), each.party())));
    accounts().forEach(each -> authors.put(each.name(), author(each.role(), each.party())));
    return authors;
  }

  private static AuthorAccount author(String role, @Nullable String party) {
    return new AuthorAccount(role, party == null ? null : new PartyId(party));
  }

  /// The tokens of programs, by name.
  public List<AccessToken> tokens() {
    return people.listTokens();
  }

  /// The open sessions of each account, those used last first.
  ///
  /// None on a server of many cases: whether somebody has signed in there may tell of other cases.
  public Map<String, List<OpenSession>> openSessions() {
    return authenticator.isShared() ? Map.of() : people.listSessions(authenticator.now());
  }

  /// Ends a session of an account.
  public Came endSession(Visitor visitor, String name, String id) {
    Account account = get(name);
    if (authenticator.isShared() || !people.endSession(account.name(), id)) {
      return Came.not(AccountRefusal.Plain.SESSION_NOT_OPEN);
    }
    authenticator.noteDone(visitor, "ended a session of " + account.name());
    return Came.done(Say.text("accounts.session-ended", "name", account.name()));
  }

  /// How many sessions of somebody are open, for themselves.
  public int ownSessions(String name) {
    return authenticator.identities().countSessions(authenticator.now()).getOrDefault(name, 0);
  }

  /// An account.
  public Optional<Account> find(String name) {
    return people.find(name);
  }

  /// The latest accesses and changes, latest first.
  ///
  /// @param who only of this account; null for all
  /// @param before only before the row of this number
  public List<AccessRecord> seen(@Nullable String who, long before, int most) {
    return authenticator.listSeen(who, before, most);
  }

  /// Adds an account.
  public Came addAccount(Visitor visitor, String name, As as, String password) {
    String trouble =
        troubleOf(visitor, name, as, people.listTokens().stream().map(AccessToken::name).toList());
    if (!trouble.isEmpty()) {
      return Came.not(trouble);
    }
    if (authenticator.isShared()) {
      return addMember(visitor, name, as);
    }
    String weak = weakness(visitor, name, password);
    if (!weak.isEmpty()) {
      return Came.not(weak);
    }
    if (!people.add(
        by(visitor), name, as.role, as.party, password.toCharArray(), authenticator.now())) {
      return Came.not(new AccountRefusal.AccountTaken(name, false));
    }
    return Came.done(Say.text("accounts.added", "name", name, "as", as.words()));
  }

  /// Adds an account without a password, and makes the link with which its owner chooses one.
  ///
  /// @param mail where the link is sent; empty for nowhere
  public Came invite(Visitor visitor, String name, As as, String mail) {
    String trouble =
        troubleOf(visitor, name, as, people.listTokens().stream().map(AccessToken::name).toList());
    if (!trouble.isEmpty()) {
      return Came.not(trouble);
    }
    if (authenticator.isShared()) {
      return Came.not(AccountRefusal.Plain.PASSWORDS_OF_THE_SERVER);
    }
    if (LinkSending.isWrong(mail)) {
      return Came.not(NoticeFault.NOT_A_MAIL_ADDRESS);
    }
    if (!people.addMember(by(visitor), name, as.role, as.party, authenticator.now())) {
      return Came.not(new AccountRefusal.AccountTaken(name, true));
    }
    return links.make(
        by(visitor),
        name,
        Say.text("accounts.invited", "name", name, "as", as.words()),
        mail,
        authenticator.now());
  }

  /// Makes the link with which the owner of an account chooses another password. The present one
  /// stays good until then. The mediator confirms with their own password.
  ///
  /// @param own the password of the mediator
  /// @param mail where the link is sent; empty for nowhere
  public Came makeLink(Visitor visitor, Caller caller, String name, String own, String mail) {
    Account account = get(name);
    if (authenticator.isShared()) {
      return Came.not(AccountRefusal.Plain.PASSWORDS_OF_THE_SERVER);
    }
    if (LinkSending.isWrong(mail)) {
      return Came.not(NoticeFault.NOT_A_MAIL_ADDRESS);
    }
    String trouble = troubleOfOwn(visitor, caller, own);
    return trouble.isEmpty()
        ? links.make(
            by(visitor),
            account.name(),
            Say.text("accounts.linked", "name", account.name()),
            mail,
            authenticator.now())
        : Came.not(trouble);
  }

  /// Until when the link of each account is good.
  public Map<String, Instant> links() {
    return people.links().list(authenticator.now());
  }

  /// Whether links are sent by mail where an address is given.
  public boolean mailsLinks() {
    return links.sends();
  }

  /// Gives somebody a role who signs in to the server. Whether the server knows the name is not
  /// said: it would tell who takes part in other cases.
  private Came addMember(Visitor visitor, String name, As as) {
    return people.addMember(by(visitor), name, as.role, as.party, authenticator.now())
        ? Came.done(Say.text("accounts.member", "name", name, "as", as.words()))
        : Came.not(new AccountRefusal.RoleTaken(name));
  }

  /// Creates a token.
  ///
  /// @param days the lifetime in days, as typed; the default if empty
  /// @param isReadOnly whether it changes nothing
  public Came addToken(Visitor visitor, String name, As as, String days, boolean isReadOnly) {
    String trouble =
        troubleOf(visitor, name, as, people.list().stream().map(Account::name).toList());
    if (!trouble.isEmpty()) {
      return Came.not(trouble);
    }
    int good = whole(days, AccessToken.USUAL_DAYS);
    if (good < 1 || good > AccessToken.MOST_DAYS) {
      return wrongDays();
    }
    if (people.listTokens().stream().anyMatch(each -> each.name().equals(name))) {
      return Came.not(new AccountRefusal.TokenTaken(name));
    }
    Instant expires = AccessToken.expiry(authenticator.now(), good);
    String secret =
        people.makeToken(
            by(visitor),
            new AccessToken(name, as.role, as.party, authenticator.now(), expires, isReadOnly));
    return new Came(
        Say.text(
            "accounts.token-made",
            "name",
            name,
            "as",
            as.words(),
            "readOnly",
            isReadOnly,
            "day",
            day(expires)),
        "",
        secret);
  }

  private static String day(Instant moment) {
    return Say.day(moment.atZone(ZoneOffset.UTC).toLocalDate());
  }

  private static Came wrongDays() {
    return Came.not(new AccountRefusal.TokenDays(AccessToken.MOST_DAYS, AccessToken.USUAL_DAYS));
  }

  /// A small whole number as typed, or the default if nothing was; 0 or less if it is none.
  private static int whole(String typed, int usual) {
    return typed.isBlank() ? usual : typed.matches("\\d{1,3}") ? Integer.parseInt(typed) : -1;
  }

  /// Replaces the secret of a token. The former one stays good for an overlap.
  ///
  /// @param days the lifetime of the new one in days, as typed; the default if empty
  /// @param hours the overlap in hours, as typed; the default if empty
  /// @throws NotOnRecord if there is no such token
  public Came rotateToken(Visitor visitor, String name, String days, String hours) {
    int good = whole(days, AccessToken.USUAL_DAYS);
    int overlap = whole(hours, AccessToken.USUAL_OVERLAP_HOURS);
    if (good < 1 || good > AccessToken.MOST_DAYS) {
      return wrongDays();
    }
    if (overlap < 0 || overlap > AccessToken.MOST_OVERLAP_HOURS) {
      return Came.not(
          new AccountRefusal.TokenOverlap(
              AccessToken.MOST_OVERLAP_HOURS, AccessToken.USUAL_OVERLAP_HOURS));
    }
    Instant now = authenticator.now();
    Instant expires = AccessToken.expiry(now, good);
    String secret =
        people
            .rotateToken(by(visitor), name, expires, Duration.ofHours(overlap), now)
            .orElseThrow(
                () -> unknown(name, people.listTokens().stream().map(AccessToken::name).toList()));
    return new Came(
        Say.text("accounts.token-rotated", "name", name, "day", day(expires), "hours", overlap),
        "",
        secret);
  }

  /// The tokens that expire within two weeks, by name.
  public List<AccessToken> expiringTokens() {
    Instant now = authenticator.now();
    return people.listTokens().stream().filter(each -> each.expiresSoon(now)).toList();
  }

  /// @param others the names of the other kind, which must differ
  private String troubleOf(Visitor visitor, String name, As as, List<String> others) {
    if (!Account.isName(name)) {
      return Say.complaint(new AccountRefusal.NotAnAccountName(shortened(name)));
    }
    String trouble = troubleOf(visitor, as);
    if (trouble.isEmpty() && others.contains(name)) {
      return Say.complaint(new AccountRefusal.NameOfBoth(name));
    }
    return trouble;
  }

  private String troubleOf(Visitor visitor, As as) {
    Role known = Role.find(as.role).orElse(Role.PUBLIC);
    String party = as.party;
    if (known == Role.PUBLIC) {
      return Say.complaint(new AccountRefusal.NotAnAccountRole(shortened(as.role)));
    }
    if (known == Role.DELEGATION && party == null) {
      return Say.complaint(AccountRefusal.Plain.DELEGATION_OF_NOBODY);
    }
    if (known == Role.MEDIATOR && party != null) {
      return Say.complaint(AccountRefusal.Plain.MEDIATOR_OF_A_PARTY);
    }
    if (party != null && parties(visitor).stream().noneMatch(each -> each.value().equals(party))) {
      return Say.complaint(new AccountRefusal.NoPublicParty(shortened(party)));
    }
    return "";
  }

  /// The parties that everybody may see: the name of a hidden one would betray it.
  public List<Say.Choice> parties(Visitor visitor) {
    return service.read(visitor) instanceof CaseService.CaseAccess.Opened(OpenCase open)
        ? open.view().parties().stream()
            .filter(party -> party.visibility() instanceof Visibility.Public)
            .map(AccountService::choice)
            .toList()
        : List.of();
  }

  private static Say.Choice choice(Party party) {
    return new Say.Choice(party.id().value(), party.label().text());
  }

  /// Changes the role of an account.
  public Came changeRole(Visitor visitor, String name, As as) {
    Account account = get(name);
    String trouble = troubleOf(visitor, as);
    if (!trouble.isEmpty()) {
      return Came.not(trouble);
    }
    if (!as.role.equals(Role.MEDIATOR.word()) && isLastMediator(account)) {
      return Came.not(AccountRefusal.Plain.LAST_MEDIATOR);
    }
    people.changeRole(by(visitor), account.name(), as.role, as.party, authenticator.now());
    return Came.done(
        Say.text(
            "accounts.role-changed",
            "name",
            account.name(),
            "as",
            as.words(),
            "ended",
            !authenticator.isShared()));
  }

  /// Changes the password of an account. The mediator confirms with their own password: an
  /// unattended session would otherwise be enough to take over any account.
  ///
  /// @param own the password of the mediator
  public Came setPassword(
      Visitor visitor, Caller caller, String name, String password, String own) {
    Account account = get(name);
    if (authenticator.isShared()) {
      return Came.not(AccountRefusal.Plain.PASSWORDS_OF_THE_SERVER);
    }
    String weak = weakness(visitor, name, password);
    if (!weak.isEmpty()) {
      return Came.not(weak);
    }
    String trouble = troubleOfOwn(visitor, caller, own);
    if (!trouble.isEmpty()) {
      return Came.not(trouble);
    }
    people.setPassword(by(visitor), account.name(), password.toCharArray(), authenticator.now());
    return Came.done(Say.text("accounts.password-set", "name", account.name()));
  }

  /// Removes the second factors of an account, which ends its sessions. The mediator confirms with
  /// their own password, as for a password.
  ///
  /// @param passkey the one passkey to remove; empty for every factor
  /// @param own the password of the mediator
  public Came removeFactor(
      Visitor visitor, Caller caller, String name, String passkey, String own) {
    Account account = get(name);
    if (authenticator.isShared()) {
      return Came.not(AccountRefusal.Plain.FACTORS_OF_THE_SERVER);
    }
    String trouble = troubleOfOwn(visitor, caller, own);
    if (!trouble.isEmpty()) {
      return Came.not(trouble);
    }
    return passkey.isEmpty()
        ? removeFactors(visitor, account)
        : removePasskey(visitor, account, passkey);
  }

  private Came removeFactors(Visitor visitor, Account account) {
    return people.factors().remove(by(visitor), account.name(), null, authenticator.now())
        ? Came.done(Say.text("accounts.factors-removed", "name", account.name()))
        : Came.not(new AccountRefusal.NoSecondFactor(account.name()));
  }

  private Came removePasskey(Visitor visitor, Account account, String passkey) {
    return people
        .passkeys()
        .remove(by(visitor), account.name(), passkey, null, authenticator.now())
        .map(
            each ->
                Came.done(
                    Say.text(
                        "accounts.passkey-removed",
                        "passkey",
                        each.name(),
                        "name",
                        account.name())))
        .orElseGet(() -> Came.not(new AccountRefusal.NoSuchPasskey(account.name())));
  }

  /// Who has a second factor: an app, or a passkey.
  ///
  /// None on a server of many cases, as of [#openSessions].
  public Set<String> withFactor() {
    return authenticator.isShared() ? Set.of() : people.factors().holders();
  }

  /// The passkeys of each account, the oldest first; none on a server of many cases.
  public Map<String, List<Passkey>> passkeys() {
    return authenticator.isShared() ? Map.of() : people.passkeys().list();
  }

  private String troubleOfOwn(Visitor visitor, Caller caller, String own) {
    if (!caller.bySession()) {
      return Say.complaint(AccountRefusal.Plain.PROGRAM_WITHOUT_PASSWORD);
    }
    long wait = authenticator.checkOwn(caller, visitor.name(), own);
    return wait > 0
        ? Say.complaint(new AccountRefusal.TooManyPasswords(wait))
        : wait < 0 ? Say.complaint(AccountRefusal.Plain.NOT_YOUR_PASSWORD) : "";
  }

  /// Ends every session of an account.
  public Came signOut(Visitor visitor, String name) {
    Account account = get(name);
    boolean own = account.name().equals(visitor.name());
    if (authenticator.isShared() && !own) {
      return Came.not(AccountRefusal.Plain.SESSIONS_OF_THE_SERVER);
    }
    authenticator.identities().endAll(account.name());
    authenticator.noteDone(
        visitor, own ? "signed out everywhere" : "signed " + account.name() + " out everywhere");
    return Came.done(Say.text("accounts.signed-out", "name", account.name()));
  }

  /// Removes an account.
  public Came remove(Visitor visitor, String name) {
    Account account = get(name);
    if (isLastMediator(account)) {
      return Came.not(AccountRefusal.Plain.LAST_MEDIATOR);
    }
    people.removeAccount(by(visitor), account.name(), authenticator.now());
    return Came.done(
        Say.text("accounts.removed", "name", account.name(), "ended", !authenticator.isShared()));
  }

  /// Takes a token back.
  public Came removeToken(Visitor visitor, String name) {
    if (!people.removeToken(by(visitor), name, authenticator.now())) {
      throw unknown(name, people.listTokens().stream().map(AccessToken::name).toList());
    }
    return Came.done(Say.text("accounts.token-removed", "name", name));
  }

  /// Changes the password of the one who asks; their sessions end.
  public Came changeOwn(Visitor visitor, Caller caller, String old, String password) {
    Account account = get(visitor.name());
    String weak = weakness(visitor, visitor.name(), password);
    if (!weak.isEmpty()) {
      return Came.not(weak);
    }
    String trouble = troubleOfOwn(visitor, caller, old);
    if (!trouble.isEmpty()) {
      return Came.not(trouble);
    }
    authenticator
        .identities()
        .setPassword(by(visitor), account.name(), password.toCharArray(), authenticator.now());
    return Came.done(Say.text("cases.own.changed"));
  }

  /// The account of a name.
  ///
  /// @throws NotOnRecord if there is no such account
  public Account get(String name) {
    return people
        .find(name)
        .orElseThrow(() -> unknown(name, people.list().stream().map(Account::name).toList()));
  }

  private static NotOnRecord unknown(String name, List<String> known) {
    return new NotOnRecord("account", name, known);
  }

  private static AccountEditor by(Visitor visitor) {
    return new AccountEditor(visitor.name(), visitor.role().word());
  }

  private boolean isLastMediator(Account account) {
    return account.role().equals(Role.MEDIATOR.word())
        && people.list().stream().filter(each -> each.role().equals(account.role())).count() == 1;
  }

  private static String shortened(String typed) {
    return typed.substring(0, Math.min(typed.length(), Accounts.NAME_LENGTH));
  }

  /// The reason why a password is refused; empty if it is accepted.
  private String weakness(Visitor visitor, String name, String password) {
    List<String> around = new ArrayList<>(List.of(name));
    if (service.read(visitor) instanceof CaseService.CaseAccess.Opened(OpenCase open)) {
      around.add(open.view().info().title().text());
    }
    return PasswordPolicy.find(password, around).map(Say::complaint).orElse("");
  }
}
