package org.parley.web.people;

import java.util.List;
import org.parley.store.people.OpenSession;
import org.parley.web.view.Frame;

/// One's own sessions.
///
/// @param sessions those that are open, the one used last first
/// @param own the id of this one
/// @param isEnded whether one was just ended
/// @param trouble the reason of a refusal; empty for none
public record OwnSessionsPage(
    Frame frame, List<OpenSession> sessions, String own, boolean isEnded, String trouble) {

  public OwnSessionsPage {
    sessions = List.copyOf(sessions);
  }
}
