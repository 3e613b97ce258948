package org.parley.web.cases;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.casefile.CaseReader;
import org.parley.casefile.LoadResult;
import org.parley.casefile.start.CaseTemplates;
import org.parley.casefile.start.NewCase;
import org.parley.notice.Delivery;
import org.parley.notice.LinkMailer;
import org.parley.notice.MailAddress;
import org.parley.store.JournalUnavailableException;
import org.parley.store.cases.CaseBeginning;
import org.parley.store.cases.CaseRegister;
import org.parley.store.cases.HostedCase;
import org.parley.store.people.Account;
import org.parley.store.people.AccountEditor;
import org.parley.store.people.Accounts;
import org.parley.store.people.OpenSession;
import org.parley.store.people.Passkey;
import org.parley.store.people.PasswordLinks;
import org.parley.store.people.PasswordPolicy;
import org.parley.web.view.Address;
import org.parley.web.view.Say;
import org.parley.wording.Complaint;

/// The actions of administrators of a server of many cases: they create and archive cases, name
/// their first mediators, and give accounts. They see nothing of a case in which they have no role.
public final class ServerAdministration {

  /// The role of an administrator in the register.
  public static final String ADMINISTRATOR = "administrator";

  /// The role of everybody else in the register.
  public static final String MEMBER = "member";

  private final CaseRegister register;
  private final HostedCases hosted;
  private final InstantSource clock;
  private final LinkMailer mailer;
  private final CaseTemplates templates;

  /// @param mailer sends links to passwords
  /// @param templates what cases are created from
  public ServerAdministration(
      CaseRegister register,
      HostedCases hosted,
      InstantSource clock,
      LinkMailer mailer,
      CaseTemplates templates) {
    this.register = register;
    this.hosted = hosted;
    this.clock = clock;
    this.mailer = mailer;
    this.templates = templates;
  }

  /// The result of an action.
  ///
  /// @param trouble the reason of a refusal, with advice; empty if it was done
  public record ActionOutcome(String trouble) {

    /// It was done.
    public static final ActionOutcome DONE = new ActionOutcome("");

    public boolean isDone() {
      return trouble.isEmpty();
    }
  }

  private static AccountEditor by(String administrator) {
    return new AccountEditor(administrator, ADMINISTRATOR);
  }

  /// A case as administrators see it: nothing of what is in it.
  ///
  /// @param mediators who mediates it
  public record Administered(HostedCase hosted, List<String> mediators) {}

  /// Every case, by id.
  public List<Administered> cases() {
    return hosted.list().stream()
        .map(each -> new Administered(each, hosted.mediators(each.id())))
        .toList();
  }

  /// The templates that cases are created from.
  public CaseTemplates templates() {
    return templates;
  }

  /// Begins a case from a template.
  ///
  /// @param mediator the account that mediates it
  public ActionOutcome create(String administrator, String id, NewCase typed, String mediator) {
    List<String> faults =
        typed.faults().stream()
            .map(NewCase.EntryFault::complaint)
            .map(Complaint::sentence)
            .toList();
    if (!faults.isEmpty()) {
      return new ActionOutcome(String.join(" ", faults));
    }
    LoadResult read = CaseReader.read(typed.files());
    if (!(read instanceof LoadResult.Loaded loaded)) {
      return new ActionOutcome(read.toString());
    }
    try {
      String trouble =
          CaseBeginning.begin(
              register,
              id,
              loaded.contents(),
              mediator,
              by(administrator),
              "Begun from the template " + typed.template().word() + ".",
              clock.instant());
      if (!trouble.isEmpty()) {
        return new ActionOutcome(trouble);
      }
      var _ = hosted.refresh();
      return ActionOutcome.DONE;
    } catch (JournalUnavailableException e) {
      return new ActionOutcome("The case cannot be begun: " + e.getMessage() + ".");
    }
  }

  /// Makes a case read-only, or takes that back.
  public ActionOutcome archive(String id, boolean isArchived) {
    return hosted.archive(id, isArchived)
        ? ActionOutcome.DONE
        : new ActionOutcome("There is no case “" + id + "”.");
  }

  /// Names the mediator of a case that has none.
  public ActionOutcome nameMediator(String administrator, String id, String name) {
    if (register.people().find(name).isEmpty()) {
      return new ActionOutcome(
          "This server has no account of that name. Maybe add the account first.");
    }
    try {
      return hosted.nameMediator(by(administrator), id, name)
          ? ActionOutcome.DONE
          : new ActionOutcome("The case has a mediator, who gives roles in it. Maybe ask them.");
    } catch (JournalUnavailableException e) {
      return new ActionOutcome("The case cannot be opened: " + e.getMessage() + ".");
    }
  }

  /// Everyone who signs in.
  public List<Account> people() {
    return register.people().list();
  }

  /// The open sessions of each, those used last first.
  public Map<String, List<OpenSession>> sessions() {
    return register.people().listSessions(clock.instant());
  }

  /// Ends a session of an account.
  public ActionOutcome endSession(String name, String id) {
    return register.people().endSession(name, id)
        ? ActionOutcome.DONE
        : new ActionOutcome("That session is not open any more. Maybe load the page again.");
  }

  /// Adds an account.
  public ActionOutcome addPerson(
      String administrator, String name, boolean isAdministrator, String password) {
    if (!Account.isName(name)) {
      return noName();
    }
    String weak = PasswordPolicy.find(password, List.of(name)).map(Say::complaint).orElse("");
    if (!weak.isEmpty()) {
      return new ActionOutcome(weak);
    }
    return register
            .people()
            .add(
                by(administrator),
                name,
                role(isAdministrator),
                null,
                password.toCharArray(),
                clock.instant())
        ? ActionOutcome.DONE
        : taken(name);
  }

  private static ActionOutcome noName() {
    return new ActionOutcome(
        "That is no name for an account. Maybe letters, digits, '.', '_', '@' and '-', a letter or"
            + " digit first.");
  }

  private static ActionOutcome taken(String name) {
    return new ActionOutcome("There is an account “" + name + "” already. Maybe change that one.");
  }

  /// Adds an account without a password.
  public ActionOutcome invite(String administrator, String name, boolean isAdministrator) {
    if (!Account.isName(name)) {
      return noName();
    }
    return register
            .people()
            .addMember(by(administrator), name, role(isAdministrator), null, clock.instant())
        ? ActionOutcome.DONE
        : taken(name);
  }

  /// Makes the link with which the owner of an account chooses their password; returns its secret.
  /// Empty if there is no such account.
  public Optional<String> makeLink(String administrator, String name) {
    return register.people().links().make(by(administrator), name, clock.instant());
  }

  /// Whether links are sent by mail.
  public boolean mailsLinks() {
    return mailer.sends();
  }

  /// Sends a link; returns whether the mail server took it.
  public boolean mail(String address, String secret) {
    String path = Address.PASSWORD_LINK.path().substring(1).replace("{link}", secret);
    Instant now = clock.instant();
    return MailAddress.find(address)
        .filter(
            to -> mailer.send(to, path, now.plus(PasswordLinks.GOOD), now) instanceof Delivery.Done)
        .isPresent();
  }

  private static String role(boolean isAdministrator) {
    return isAdministrator ? ADMINISTRATOR : MEMBER;
  }

  /// Gives or takes the role of an administrator.
  public ActionOutcome changeRole(String administrator, String name, boolean isAdministrator) {
    if (!isAdministrator && isLast(name)) {
      return lastAdministrator();
    }
    return register
            .people()
            .changeRole(by(administrator), name, role(isAdministrator), null, clock.instant())
        ? ActionOutcome.DONE
        : unknown(name);
  }

  /// Sets a password; the sessions of the account end, and its secret addresses in every case are
  /// taken back.
  public ActionOutcome setPassword(String administrator, String name, String password) {
    String weak = PasswordPolicy.find(password, List.of(name)).map(Say::complaint).orElse("");
    if (!weak.isEmpty()) {
      return new ActionOutcome(weak);
    }
    return register
            .people()
            .setPassword(by(administrator), name, password.toCharArray(), clock.instant())
        ? ActionOutcome.DONE
        : unknown(name);
  }

  /// Who has a second factor: an app, or a passkey.
  public Set<String> withFactor() {
    return register.people().factors().holders();
  }

  /// The passkeys of each account, the oldest first.
  public Map<String, List<Passkey>> passkeys() {
    return register.people().passkeys().list();
  }

  /// Removes second factors of an account, which ends its sessions.
  ///
  /// @param passkey the one passkey to remove; empty for every factor
  public ActionOutcome removeFactor(String administrator, String name, String passkey) {
    Accounts people = register.people();
    AccountEditor by = by(administrator);
    Instant now = clock.instant();
    boolean isRemoved =
        passkey.isEmpty()
            ? people.factors().remove(by, name, null, now)
            : people.passkeys().remove(by, name, passkey, null, now).isPresent();
    return isRemoved
        ? ActionOutcome.DONE
        : new ActionOutcome("“" + name + "” has no such factor here. Maybe load the page again.");
  }

  /// Ends every session of an account.
  public ActionOutcome signOut(String name) {
    register.people().endAll(name);
    return ActionOutcome.DONE;
  }

  /// Removes an account, and its role in every case.
  public ActionOutcome remove(String administrator, String name) {
    if (isLast(name)) {
      return lastAdministrator();
    }
    return register.people().removeAccount(by(administrator), name, clock.instant())
        ? ActionOutcome.DONE
        : unknown(name);
  }

  private static ActionOutcome unknown(String name) {
    return new ActionOutcome("There is no account “" + name + "”. Maybe load the page again.");
  }

  private static ActionOutcome lastAdministrator() {
    return new ActionOutcome(
        "Nobody else is an administrator, so nobody could create cases or accounts any more. Maybe"
            + " make somebody else one first.");
  }

  private boolean isLast(String name) {
    List<Account> all =
        people().stream().filter(each -> each.role().equals(ADMINISTRATOR)).toList();
    return all.size() == 1 && all.getFirst().name().equals(name);
  }
}
