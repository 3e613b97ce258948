package org.parley.notice;

import java.net.URI;
import org.parley.wording.Language;
import org.parley.wording.Messages;

/// The words of a notice: a function of the server's address and of the language.
///
/// @param subject the subject of a mail
/// @param body its text
/// @param settings the address where it is turned off
public record NoticeText(String subject, String body, String settings) {

  /// The words in a language.
  ///
  /// @param server the address of the server, with its base path and a slash at the end
  public static NoticeText of(Language language, URI server) {
    Messages messages = Messages.of(language);
    String settings = server.resolve("notices").toString();
    return new NoticeText(
        messages.text("notice.subject"),
        messages.text("notice.body", "server", server.toString())
            + "\n\n"
            + messages.text("notice.off", "settings", settings)
            + "\n",
        settings);
  }
}
