package org.parley.web.people;

import java.util.List;
import java.util.Optional;
import org.parley.notice.MailAddress;
import org.parley.notice.NoticeFault;
import org.parley.notice.NoticeStatus;
import org.parley.store.notices.Cadence;
import org.parley.store.notices.NoticeSetting;
import org.parley.store.notices.Undelivered;
import org.parley.store.people.Accounts;
import org.parley.web.service.Role;
import org.parley.web.service.Visitor;
import org.parley.wording.Complaint;

/// Where and how often somebody is told that something waits, and what was not delivered.
public final class NoticeService {

  private static final int LONGEST_SHOWN = 100;

  private final Accounts people;
  private final NoticeStatus status;

  public NoticeService(Accounts people, NoticeStatus status) {
    this.people = people;
    this.status = status;
  }

  /// The state of sending.
  public NoticeStatus status() {
    return status;
  }

  /// Whether something may wait for a visitor.
  public static boolean mayBeTold(Visitor visitor) {
    return visitor.role() == Role.MEDIATOR || visitor.role() == Role.DELEGATION;
  }

  /// The setting of a visitor.
  public NoticeSetting get(Visitor visitor) {
    return people
        .notices()
        .find(visitor.name())
        .orElseGet(() -> new NoticeSetting(visitor.name(), "", Cadence.NEVER));
  }

  /// Changes the setting of a visitor, unless something is wrong with it.
  ///
  /// @param address the address as typed; may be empty to turn notices off
  /// @param cadence the word of a cadence
  public Optional<Complaint> change(Visitor visitor, String address, String cadence) {
    Cadence known = Cadence.find(cadence).orElse(null);
    if (known == null) {
      return wrong(NoticeFault.UNKNOWN_CADENCE, cadence);
    }
    if (address.isEmpty() && known != Cadence.NEVER) {
      return Optional.of(new Complaint(NoticeFault.NO_MAIL_ADDRESS));
    }
    if (!address.isEmpty() && MailAddress.find(address).isEmpty()) {
      return wrong(NoticeFault.NOT_A_MAIL_ADDRESS, address);
    }
    boolean isTaken =
        mayBeTold(visitor)
            && people.notices().put(new NoticeSetting(visitor.name(), address, known));
    return isTaken
        ? Optional.empty()
        : Optional.of(new Complaint(NoticeFault.NOTICES_NEED_ACCOUNT));
  }

  private static Optional<Complaint> wrong(NoticeFault why, String value) {
    return Optional.of(
        new Complaint(why, value.substring(0, Math.min(value.length(), LONGEST_SHOWN))));
  }

  /// The notices that are not delivered, the latest first; for mediators alone.
  public List<Undelivered> undelivered(Visitor visitor) {
    return visitor.role() == Role.MEDIATOR ? people.undelivered() : List.of();
  }
}
