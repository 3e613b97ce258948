package org.parley.notice;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.parley.wording.Language;
import org.parley.wording.Messages;

/// The words of a notice: a function of the server's address and of the language.
///
/// @param subject the subject of a mail
/// @param body its text
/// @param settings the address where it is turned off; empty for a mail that somebody asked for
public record NoticeText(String subject, String body, String settings) {

  /// The words of a link to a password.
  ///
  /// @param until the moment until which it is good
  public static NoticeText ofLink(Language language, String link, Instant until) {
    Messages messages = Messages.of(language);
    OffsetDateTime utc = until.atOffset(ZoneOffset.UTC);
    String moment =
        messages.text(
            "date.moment",
            "day",
            utc.toLocalDate(),
            "time",
            utc.toLocalTime().truncatedTo(ChronoUnit.MINUTES) + " UTC");
    return new NoticeText(
        messages.text("link.mail.subject"),
        messages.text("link.mail.body", "link", link, "moment", moment) + "\n",
        "");
  }

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
