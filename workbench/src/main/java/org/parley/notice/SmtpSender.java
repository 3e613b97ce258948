package org.parley.notice;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.SocketTimeoutException;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/// Sends notices through one SMTP server, each in a connection of its own. Every wait is bounded.
public final class SmtpSender {

  /// The longest wait for each step of a conversation.
  public static final int WAIT_MILLIS = 15_000;

  private static final int PERMANENT = 500;
  private static final int LONGEST_WHY = 200;

  private final MailServer server;
  private final Session session;

  public SmtpSender(MailServer server) {
    this.server = server;
    this.session = Session.getInstance(settings(server));
  }

  private static Properties settings(MailServer server) {
    Properties settings = new Properties();
    String protocol = server.security() == MailServer.Security.TLS ? "smtps" : "smtp";
    String wait = Integer.toString(WAIT_MILLIS);
    String at = "mail." + protocol + ".";
    settings.setProperty(at + "host", server.host());
    settings.setProperty(at + "port", Integer.toString(server.port()));
    settings.setProperty(at + "connectiontimeout", wait);
    settings.setProperty(at + "timeout", wait);
    settings.setProperty(at + "writetimeout", wait);
    settings.setProperty(at + "quitwait", "false");
    settings.setProperty(at + "localhost", server.from().domain());
    settings.setProperty(at + "auth", Boolean.toString(server.user() != null));
    settings.setProperty(at + "ssl.checkserveridentity", "true");
    if (server.security() == MailServer.Security.STARTTLS) {
      settings.setProperty(at + "starttls.enable", "true");
      settings.setProperty(at + "starttls.required", "true");
    }
    settings.setProperty("mail.transport.protocol", protocol);
    return settings;
  }

  /// Sends a notice.
  ///
  /// @param id the id of the notice: an attempt after another has the same message id
  public Delivery send(MailAddress to, String id, Instant made, NoticeText text) {
    MimeMessage message;
    try {
      message = message(to, id, made, text);
    } catch (MessagingException e) {
      return new Delivery.Refused(why(e));
    }
    try (SMTPTransport transport = (SMTPTransport) session.getTransport()) {
      return sent(transport, message);
    } catch (MessagingException e) {
      // Closing failed, after the message was taken or refused.
      return new Delivery.Unknown(why(e));
    }
  }

  private Delivery sent(SMTPTransport transport, MimeMessage message) {
    try {
      transport.connect(
          server.host(),
          server.port(),
          server.user(),
          server.user() == null ? null : server.password());
    } catch (AuthenticationFailedException e) {
      return new Delivery.Later("the mail server refused user and password: " + why(e), true);
    } catch (MessagingException e) {
      return new Delivery.Later(why(e), true);
    }
    try {
      transport.sendMessage(message, message.getAllRecipients());
      return new Delivery.Done();
    } catch (MessagingException e) {
      return outcome(e);
    }
  }

  /// A reply to a command is certain. Without one, the message may have been taken.
  private static Delivery outcome(MessagingException e) {
    int code = code(e);
    if (code < 0) {
      return new Delivery.Unknown(why(e));
    }
    return code >= PERMANENT ? new Delivery.Refused(why(e)) : new Delivery.Later(why(e), false);
  }

  /// The code of the reply that refused a message; -1 if there was none.
  private static int code(MessagingException e) {
    for (Exception each = e;
        each instanceof MessagingException known;
        each = known.getNextException()) {
      int code =
          switch (known) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> -1;
          };
      if (code >= 400) {
        return code;
      }
    }
    return -1;
  }

  private MimeMessage message(MailAddress to, String id, Instant made, NoticeText text)
      throws MessagingException {
    MimeMessage message = new Named(session, "<" + id + "@" + server.from().domain() + ">");
    message.setFrom(new InternetAddress(server.from().text(), true));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(to.text(), true));
    message.setSubject(text.subject(), "UTF-8");
    message.setSentDate(Date.from(made));
    message.setHeader("Auto-Submitted", "auto-generated");
    if (!text.settings().isEmpty()) {
      message.setHeader("List-Unsubscribe", "<" + text.settings() + ">");
    }
    message.setText(text.body(), "UTF-8");
    message.saveChanges();
    return message;
  }

  /// A message with an id of its own: that of the library has the name of this machine in it.
  private static final class Named extends MimeMessage {
    private final String id;

    Named(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }

  /// The reason, in one line.
  private static String why(Exception e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String said =
        cause instanceof SocketTimeoutException
            ? "no answer within " + WAIT_MILLIS / 1000 + " s"
            : line(e.getMessage()) + (e.getCause() == null ? "" : ": " + line(cause.getMessage()));
    return said.substring(0, Math.min(said.length(), LONGEST_WHY));
  }

  private static String line(@Nullable String said) {
    return said == null ? "no reason given" : said.strip().replaceAll("\\s+", " ");
  }
}
