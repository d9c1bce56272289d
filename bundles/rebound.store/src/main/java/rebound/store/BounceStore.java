package rebound.store;

import org.osgi.annotation.versioning.ProviderType;

/** An open bounce database. Close it when done; another program can open an embedded one only then. */
@ProviderType
public interface BounceStore extends AutoCloseable {

	/** @return what the database was opened by */
	String location();

	/** @return who works with it, for the audit: on a server the server's user, else the operating system's */
	String user();

	/** @return the mails that were read and what they said */
	EventStore events();

	/** @return what was sent */
	CampaignStore campaigns();

	/** @return the addresses and how they stand */
	AddressStore addresses();

	/** @return the audit trail of what was decided */
	DecisionStore decisions();

	/** @return the blocking policies that were in force */
	PolicyStore policies();

	/** @return how far mailboxes were read */
	MailboxStore mailboxes();

	/** @return the customer data */
	CustomerStore customers();

	/** @return the user's notes on lost customers */
	FollowUpStore followUps();

	/** @return the accepted changes for the customer database */
	ChangeStore changes();

	/** @return export, erasure and retention of personal data */
	Privacy privacy();

	/** @return backup, check and the like */
	Upkeep upkeep();

	/**
	 * Calls a listener after each change made through this object, on the thread that made it. The listener must be
	 * quick and must not use the store.
	 *
	 * @return ends the calls when closed
	 */
	Registration onChange(Runnable listener);

	@Override
	void close();

	/** Something that goes on until it is closed. */
	interface Registration extends AutoCloseable {
		@Override
		void close();
	}
}
