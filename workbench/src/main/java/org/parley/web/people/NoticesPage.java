package org.parley.web.people;

import java.util.List;
import org.parley.model.CaseInfo;
import org.parley.notice.NoticeStatus;
import org.parley.store.notices.NoticeSetting;
import org.parley.store.notices.Undelivered;
import org.parley.web.view.Frame;
import org.parley.web.view.Say;

/// One's own notices; for mediators, what was not delivered too.
///
/// @param info the case
/// @param setting where and how often one is told, as stored or as typed
/// @param mayBeTold whether something may wait for the reader
/// @param status what is sent, and whether it is
/// @param undelivered the notices that are not delivered, the latest first
/// @param problem the reason of a refusal; empty for none
/// @param isSaved whether a setting was just saved
public record NoticesPage(
    CaseInfo info,
    NoticeSetting setting,
    boolean mayBeTold,
    NoticeStatus status,
    List<Undelivered> undelivered,
    String problem,
    boolean isSaved) {

  public NoticesPage {
    undelivered = List.copyOf(undelivered);
  }

  public Frame frame() {
    return Frame.of(Say.text("notices.title"), info, "notices");
  }
}
