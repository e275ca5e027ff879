package org.decroche.asterisk.agi;

import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiChannelFactory;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiReader;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiWriter;
import org.asteriskjava.fastagi.internal.AgiChannelImpl;

/**
 * A channel that does not send asterisk-java's own status after each script: nobody reads it, and
 * it would cost every caller one more round trip before a phone rings.
 */
final class OneCommandChannel extends AgiChannelImpl {
  private static final String LIBRARY_STATUS = "AJ_AGISTATUS";

  private OneCommandChannel(AgiRequest request, AgiWriter writer, AgiReader reader) {
    super(request, writer, reader);
  }

  @Override
  public void setVariable(String name, String value) throws AgiException {
    if (!LIBRARY_STATUS.equals(name)) {
      super.setVariable(name, value);
    }
  }

  static final class Factory implements AgiChannelFactory {
    @Override
    public AgiChannel createAgiChannel(AgiRequest request, AgiWriter writer, AgiReader reader) {
      return new OneCommandChannel(request, writer, reader);
    }
  }
}
