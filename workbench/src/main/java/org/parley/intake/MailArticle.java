package org.parley.intake;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.reading.Article;
import org.parley.reading.source.Articles;

/// The article in a mail: its plain text, else its page. Sender, subject and day are those of its
/// headers. Attachments are not opened.
final class MailArticle {

  private static final Pattern HEADERS =
      Pattern.compile(
          "(?i)^(return-path|received|delivered-to|from|date|subject|mime-version|message-id|to"
              + "|reply-to|content-type|dkim-signature|arc-seal|x-[\\w-]+):");

  private static final Pattern FROM = Pattern.compile("(?im)^from:\\s*\\S");
  private static final Pattern SENT = Pattern.compile("(?im)^date:\\s*\\S");

  /// How many parts of parts are looked into, and how deep.
  private static final int MOST_PARTS = 64;

  private static final int DEEPEST = 8;
  private static final int LONGEST_HEADERS = 64 << 10;

  private int parts;
  private @Nullable Part plain;
  private @Nullable Part page;

  private MailArticle() {}

  /// Whether some bytes begin as a mail does: with headers, a sender and a day among them.
  static boolean is(byte[] bytes) {
    String start =
        new String(bytes, 0, Math.min(LONGEST_HEADERS, bytes.length), StandardCharsets.ISO_8859_1)
            .replace("\r\n", "\n");
    int end = start.indexOf("\n\n");
    String headers = end < 0 ? start : start.substring(0, end);
    return HEADERS.matcher(headers).find()
        && FROM.matcher(headers).find()
        && SENT.matcher(headers).find();
  }

  /// The article of a mail.
  ///
  /// @throws IOException if it has no text, or more parts than are looked into
  static Article of(byte[] bytes, String language) throws IOException {
    Properties strict = new Properties();
    strict.setProperty("mail.mime.decodetext.strict", "true");
    try {
      MimeMessage mail =
          new MimeMessage(Session.getInstance(strict), new ByteArrayInputStream(bytes));
      Article body = new MailArticle().body(mail, language);
      Date sent = mail.getSentDate();
      LocalDate day = sent == null ? null : sent.toInstant().atZone(ZoneOffset.UTC).toLocalDate();
      return new ArticleDetails(sender(mail), mail.getSubject(), null, day).over(body);
    } catch (MessagingException e) {
      throw new IOException(
          "the mail cannot be taken apart. Maybe save its text and read that instead", e);
    }
  }

  private Article body(MimeMessage mail, String language) throws IOException, MessagingException {
    look(mail, 0);
    if (plain != null) {
      return Articles.of(bytes(plain), "text/plain; charset=UTF-8", null, language);
    }
    if (page != null) {
      return Articles.of(bytes(page), "text/html; charset=UTF-8", null, language);
    }
    throw new IOException(
        "there is no text in the mail. Maybe it is an attachment: save and read that");
  }

  private void look(Part part, int depth) throws IOException, MessagingException {
    if (++parts > MOST_PARTS || depth > DEEPEST) {
      throw new IOException(
          "the mail has more than "
              + MOST_PARTS
              + " parts, or parts within parts. Maybe save its text and read that instead");
    }
    if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
      return;
    }
    if (part.isMimeType("text/plain")) {
      plain = plain == null ? part : plain;
    } else if (part.isMimeType("text/html")) {
      page = page == null ? part : page;
    } else if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart many) {
      for (int i = 0; i < many.getCount(); i++) {
        BodyPart each = many.getBodyPart(i);
        look(each, depth + 1);
      }
    }
  }

  /// The words of a part, in its own character set.
  private static byte[] bytes(Part part) throws IOException, MessagingException {
    try {
      if (part.getContent() instanceof String words) {
        return words.getBytes(StandardCharsets.UTF_8);
      }
    } catch (java.io.UnsupportedEncodingException _) {
      // a character set that is not known is read as UTF-8
    }
    try (InputStream in = part.getInputStream()) {
      return in.readAllBytes();
    }
  }

  private static @Nullable String sender(MimeMessage mail) throws MessagingException {
    if (mail.getFrom() != null
        && mail.getFrom().length > 0
        && mail.getFrom()[0] instanceof InternetAddress from) {
      String name = from.getPersonal();
      return name != null && !name.isBlank() ? name.strip() : from.getAddress();
    }
    return null;
  }
}
