package org.parley.store.anchor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.jspecify.annotations.Nullable;

/// Verifies time stamps by the certificates of authorities that one trusts. Whether a certificate
/// was revoked is not asked.
public final class TimeStamps {

  private static final int MOST_BYTES = 1 << 20;
  private static final String SIGN_TIME_STAMPS = "1.3.6.1.5.5.7.3.8";

  private final List<X509Certificate> trusted;

  private TimeStamps(List<X509Certificate> trusted) {
    this.trusted = List.copyOf(trusted);
  }

  /// The verdict on a time stamp.
  public sealed interface StampFinding {

    /// There is none.
    record None() implements StampFinding {}

    /// The anchor, and all that it covers, was there at this moment.
    ///
    /// @param authority the subject of the certificate that signed
    record Proved(Instant at, String authority) implements StampFinding {}

    /// It says so, but none of the trusted certificates leads to the one that signed.
    record Untrusted(Instant at, String authority) implements StampFinding {}

    /// It is of something else, or was altered.
    record Wrong() implements StampFinding {}
  }

  /// Trusts the certificates in these files, as PEM: of authorities, or of those that issued
  /// theirs.
  ///
  /// @throws AnchorRefused if a file has none
  public static TimeStamps trusting(List<Path> files) throws IOException, AnchorRefused {
    List<X509Certificate> all = new ArrayList<>();
    for (Path each : files) {
      if (!Files.isRegularFile(each) || Files.size(each) > MOST_BYTES) {
        throw new AnchorRefused("\"" + each + "\" has no certificates. Maybe check the path");
      }
      try {
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(each)))
            .forEach(found -> all.add((X509Certificate) found));
      } catch (GeneralSecurityException e) {
        throw new AnchorRefused("\"" + each + "\" has no certificates. Maybe use PEM", e);
      }
    }
    return new TimeStamps(all);
  }

  /// Verifies the time stamp of an anchor.
  StampFinding look(SignedAnchor anchor) {
    String stamp = anchor.timeStamp();
    return stamp == null
        ? new StampFinding.None()
        : look(Base64.getDecoder().decode(stamp), anchor.digest());
  }

  private StampFinding look(byte[] stamp, byte[] digest) {
    try {
      TimeStampToken token = new TimeStampToken(new CMSSignedData(stamp));
      boolean isOfThis =
          token.getTimeStampInfo().getMessageImprintAlgOID().equals(TSPAlgorithms.SHA256)
              && MessageDigest.isEqual(digest, token.getTimeStampInfo().getMessageImprintDigest());
      List<X509Certificate> carried = carried(token);
      X509Certificate signer = signer(token, carried);
      if (!isOfThis || signer == null) {
        return new StampFinding.Wrong();
      }
      token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
      Instant at = token.getTimeStampInfo().getGenTime().toInstant();
      String authority = signer.getSubjectX500Principal().getName();
      return isTrusted(signer, carried, at)
          ? new StampFinding.Proved(at, authority)
          : new StampFinding.Untrusted(at, authority);
    } catch (TSPException
        | CMSException
        | OperatorCreationException
        | GeneralSecurityException
        | IOException e) {
      return new StampFinding.Wrong();
    } catch (RuntimeException e) {
      return new StampFinding.Wrong(); // the parser throws whatever hostile bytes bring about
    }
  }

  private static List<X509Certificate> carried(TimeStampToken token)
      throws GeneralSecurityException {
    List<X509Certificate> all = new ArrayList<>();
    JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
    for (X509CertificateHolder each : token.getCertificates().getMatches(null)) {
      all.add(converter.getCertificate(each));
    }
    return all;
  }

  /// The certificate that signed: carried by the time stamp, or trusted.
  private @Nullable X509Certificate signer(TimeStampToken token, List<X509Certificate> carried)
      throws GeneralSecurityException, IOException {
    List<X509Certificate> all = new ArrayList<>(carried);
    all.addAll(trusted);
    for (X509Certificate each : all) {
      if (token.getSID().match(new X509CertificateHolder(each.getEncoded()))) {
        return each;
      }
    }
    return null;
  }

  private boolean isTrusted(X509Certificate signer, List<X509Certificate> carried, Instant at)
      throws GeneralSecurityException, IOException {
    if (trusted.isEmpty()) {
      return false;
    }
    if (trusted.contains(signer)) {
      return true;
    }
    X509CertSelector wanted = new X509CertSelector();
    wanted.setCertificate(signer);
    wanted.setExtendedKeyUsage(Set.of(SIGN_TIME_STAMPS));
    PKIXBuilderParameters path =
        new PKIXBuilderParameters(
            trusted.stream().map(each -> new TrustAnchor(each, null)).collect(Collectors.toSet()),
            wanted);
    path.addCertStore(
        CertStore.getInstance("Collection", new CollectionCertStoreParameters(carried)));
    path.setDate(Date.from(at));
    path.setRevocationEnabled(false);
    try {
      CertPathBuilder.getInstance("PKIX").build(path);
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
