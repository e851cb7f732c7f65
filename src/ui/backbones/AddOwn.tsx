import { type FormEvent, useId, useRef, useState } from 'react';
import { Rich } from '../kit/Rich';
import './add-own.css';
import { useCommands, useWords } from '../hooks/use-app';

/** A file of the person's own, dropped or picked, or one by its address. */
export function AddOwn() {
  const openModel = useCommands().openModel;
  const addByAddress = useCommands().addByAddress;
  const words = useWords().backbones.own;
  const [address, setAddress] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const fieldId = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (address.trim() !== '') addByAddress(address);
  };
  return (
    <section className="add-own" aria-label={words.title}>
      <h3 className="heading">{words.title}</h3>
      {/* The whole page takes a drop; this only says so. */}
      <div className="add-own__drop">
        <p>
          <Rich text={words.drop} />
        </p>
        <button
          type="button"
          className="button button--small"
          onClick={() => input.current?.click()}
        >
          {words.chooseFiles}
        </button>
        <input
          ref={input}
          type="file"
          hidden
          multiple
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            if (files.length > 0) openModel(files);
            // So that picking the same files again counts as a change.
            event.target.value = '';
          }}
        />
      </div>
      <form className="add-own__address" onSubmit={submit}>
        <label htmlFor={fieldId}>{words.address}</label>
        <div className="add-own__line">
          <input
            id={fieldId}
            className="add-own__field"
            type="text"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            placeholder={words.addressExample}
            value={address}
            onChange={(event) => setAddress(event.target.value)}
          />
          <button type="submit" className="button button--small" disabled={address.trim() === ''}>
            {words.add}
          </button>
        </div>
      </form>
    </section>
  );
}
